<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>vaegui</name>
    <message>
        <source>{path} is cut short, or is not an IDX file. Delete it and download the dataset again.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{path} è troncato, o non è un file IDX. Eliminalo e scarica di nuovo il dataset.</translation>
    </message>
    <message>
        <source>several columns</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>più colonne</translation>
    </message>
    <message>
        <source>Python objects, which could run a program</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>oggetti Python, che potrebbero eseguire un programma</translation>
    </message>
    <message>
        <source>{path}, “{member}” is compressed in a way that is not read here.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{path}, “{member}” è compresso in un modo che qui non si legge.</translation>
    </message>
    <message>
        <source>it was cut short</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>è troncato</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <extracomment>vaegui/families.py, vaegui/ui/denoising_panel.py</extracomment>
        <translation>Rumore gaussiano</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>sale e pepe</translation>
    </message>
    <message>
        <source>PSNR, reconstruction</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation>PSNR, ricostruzione</translation>
    </message>
    <message>
        <source>There are no images to compare models on.</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation>Non ci sono immagini su cui confrontare i modelli.</translation>
    </message>
    <message>
        <source>Gaussian noise: every pixel plus level · ε</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation>Rumore gaussiano: a ogni pixel si somma livello · ε</translation>
    </message>
    <message>
        <source>Salt and pepper: a share of the pixels becomes black or white</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation>Sale e pepe: una quota dei pixel diventa nera o bianca</translation>
    </message>
    <message>
        <source>Masking: a share of the pixels becomes black</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation>Mascheramento: una quota dei pixel diventa nera</translation>
    </message>
    <message>
        <source>Nothing is known of what the images of {dataset} were made from. It is of shapes.</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation>Non si sa da quali fattori siano fatte le immagini di {dataset}. Si sa per le forme disegnate.</translation>
    </message>
    <message>
        <source>log p(x)</source>
        <extracomment>the glossary</extracomment>
        <translation>log p(x)</translation>
    </message>
    <message>
        <source>What is a point on the map?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Che cos’è un punto sulla mappa?</translation>
    </message>
    <message>
        <source>q&lt;sub&gt;φ&lt;/sub&gt;(z|x) = N(μ(x), diag σ&lt;sup&gt;2&lt;/sup&gt;(x)), with one φ for all x&lt;br&gt;p(z) = N(0, I)&lt;br&gt;q(z) = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; q&lt;sub&gt;φ&lt;/sub&gt;(z|x&lt;sub&gt;n&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>q&lt;sub&gt;φ&lt;/sub&gt;(z|x) = N(μ(x), diag σ&lt;sup&gt;2&lt;/sup&gt;(x)), con un solo φ per tutte le x&lt;br&gt;p(z) = N(0, I)&lt;br&gt;q(z) = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; q&lt;sub&gt;φ&lt;/sub&gt;(z|x&lt;sub&gt;n&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>The encoder turns each image into a small Gaussian, and the map shows where its mean lies. Neighbouring places are decoded alike; places without points were never asked for in training, so there the decoder is on its own. For an autoencoder a point is the code itself (σ = 0, and no prior), for EM the mean of the exact posterior.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>L’encoder trasforma ogni immagine in una piccola gaussiana, e la mappa mostra dove sta la sua media. Posizioni vicine si decodificano in modo simile; quelle senza punti non sono mai state richieste nell’addestramento, e lì il decoder fa da sé. Per un autoencoder un punto è il codice stesso (σ = 0, e nessun prior), per EM la media del posterior esatto.</translation>
    </message>
    <message>
        <source>q is called a “multinomial Gaussian” (“The Kullback-Leibler divergence”). It is a &lt;i&gt;multivariate&lt;/i&gt; Gaussian with a diagonal covariance.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>q è detta “multinomial Gaussian” (“The Kullback-Leibler divergence”). È una gaussiana &lt;i&gt;multivariata&lt;/i&gt; con covarianza diagonale.</translation>
    </message>
    <message>
        <source>What does a training step make smaller?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Che cosa riduce un passo di addestramento?</translation>
    </message>
    <message>
        <source>loss = distortion + β · rate&lt;br&gt;distortion = E&lt;sub&gt;q&lt;/sub&gt;‖x − x′(z)‖&lt;sup&gt;2&lt;/sup&gt; / (2σ&lt;sup&gt;2&lt;/sup&gt;) + ½ P log(2πσ&lt;sup&gt;2&lt;/sup&gt;)&amp;#160;&amp;#160;(Gaussian)&lt;br&gt;rate = −½ Σ&lt;sub&gt;l&lt;/sub&gt; [1 + log σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − μ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;]</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>loss = distorsione + β · tasso&lt;br&gt;distorsione = E&lt;sub&gt;q&lt;/sub&gt;‖x − x′(z)‖&lt;sup&gt;2&lt;/sup&gt; / (2σ&lt;sup&gt;2&lt;/sup&gt;) + ½ P log(2πσ&lt;sup&gt;2&lt;/sup&gt;)&amp;#160;&amp;#160;(gaussiana)&lt;br&gt;tasso = −½ Σ&lt;sub&gt;l&lt;/sub&gt; [1 + log σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − μ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;]</translation>
    </message>
    <message>
        <source>With β = 1 the loss is the negative ELBO. Each batch of images moves all weights a little way downhill; the map and the curves follow. “From the lecture” fills in the form for each model of the lecture, this loss as “VAE, Gaussian decoder”.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Con β = 1 la loss è l’ELBO cambiato di segno. Ogni batch di immagini sposta tutti i pesi un po’ in discesa; la mappa e le curve seguono. “Dal corso” compila il modulo per ogni modello del corso, questa loss come “VAE, decoder gaussiano”.</translation>
    </message>
    <message>
        <source>eq. (3) has (x − x′)², where the prime is a hat, and names no variance. That is −ELBO, up to a constant, for a Gaussian decoder with σ² = ½ for every pixel, and for no other σ²; in nats it also needs the constant ½ log(2πσ²) per pixel.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’eq. (3) ha (x − x′)², dove l’apice è un cappello, e non nomina alcuna varianza. È −ELBO, a meno di una costante, per un decoder gaussiano con σ² = ½ per ogni pixel, e per nessun’altra σ²; in nat serve anche la costante ½ log(2πσ²) per pixel.</translation>
    </message>
    <message>
        <source>How good is a model, in one number?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Quanto vale un modello, in un solo numero?</translation>
    </message>
    <message>
        <source>Maximum likelihood asks for the model that makes the data most probable. The two columns say how probable, exactly and as a lower bound; an autoencoder has neither, since it gives images no probability. Compare only runs of the same dataset and likelihood: the density of a grey pixel and the probability of a black one are not the same kind of number. Independent pixels (ML or MAP) are the least that any other model should beat.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>La massima verosimiglianza cerca il modello che rende i dati più probabili. Le due colonne dicono quanto probabili, esattamente e come limite inferiore; un autoencoder non ha né l’una né l’altra, perché non dà alle immagini alcuna probabilità. Confronta solo run con lo stesso dataset e la stessa verosimiglianza: la densità di un pixel grigio e la probabilità di uno nero non sono numeri dello stesso tipo. I pixel indipendenti (ML o MAP) sono il minimo che ogni altro modello dovrebbe superare.</translation>
    </message>
    <message>
        <source>the likelihood of the data is written as a sum of p(x&lt;sub&gt;n&lt;/sub&gt;). For independent images it is their product; what is summed is log p(x&lt;sub&gt;n&lt;/sub&gt;).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la verosimiglianza dei dati è scritta come somma dei p(x&lt;sub&gt;n&lt;/sub&gt;). Per immagini indipendenti è il loro prodotto; ciò che si somma è log p(x&lt;sub&gt;n&lt;/sub&gt;).</translation>
    </message>
    <message>
        <source>What does the decoder say at the target?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Che cosa dice il decoder al bersaglio?</translation>
    </message>
    <message>
        <source>Bernoulli: log p(x|z) = Σ&lt;sub&gt;i&lt;/sub&gt; [x&lt;sub&gt;i&lt;/sub&gt; log π&lt;sub&gt;i&lt;/sub&gt;(z) + (1 − x&lt;sub&gt;i&lt;/sub&gt;) log(1 − π&lt;sub&gt;i&lt;/sub&gt;(z))]&lt;br&gt;Gaussian: log p(x|z) = −½ Σ&lt;sub&gt;i&lt;/sub&gt; [(x&lt;sub&gt;i&lt;/sub&gt; − μ&lt;sub&gt;i&lt;/sub&gt;(z))&lt;sup&gt;2&lt;/sup&gt; / σ&lt;sub&gt;i&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;(z) + log(2πσ&lt;sub&gt;i&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;(z))]</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Bernoulli: log p(x|z) = Σ&lt;sub&gt;i&lt;/sub&gt; [x&lt;sub&gt;i&lt;/sub&gt; log π&lt;sub&gt;i&lt;/sub&gt;(z) + (1 − x&lt;sub&gt;i&lt;/sub&gt;) log(1 − π&lt;sub&gt;i&lt;/sub&gt;(z))]&lt;br&gt;Gaussiana: log p(x|z) = −½ Σ&lt;sub&gt;i&lt;/sub&gt; [(x&lt;sub&gt;i&lt;/sub&gt; − μ&lt;sub&gt;i&lt;/sub&gt;(z))&lt;sup&gt;2&lt;/sup&gt; / σ&lt;sub&gt;i&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;(z) + log(2πσ&lt;sub&gt;i&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;(z))]</translation>
    </message>
    <message>
        <source>The picture is the mean of p(x|z), not a draw from it: where the decoder is unsure, it is grey or blurred. Bernoulli suits pixels that are on or off, Gaussian and continuous Bernoulli suit grey ones.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>L’immagine è la media di p(x|z), non un’estrazione: dove il decoder è incerto, è grigia o sfocata. La Bernoulli è adatta a pixel accesi o spenti, la gaussiana e la Bernoulli continua a pixel grigi.</translation>
    </message>
    <message>
        <source>“The Kullback-Leibler divergence” has Gaussian for pixels from 0 to 255 and Bernoulli for binary ones, and is right. But put grey pixels into the first line, as is often done, and it is only a score (cross-entropy), no log-likelihood; that is why the form offers binarisation and the continuous Bernoulli.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>“The Kullback-Leibler divergence” ha la gaussiana per pixel da 0 a 255 e la Bernoulli per pixel binari, ed è giusto. Ma se nella prima riga si mettono pixel grigi, come si fa spesso, essa è solo un punteggio (cross-entropy), non una log-verosimiglianza; per questo il modulo offre la binarizzazione e la Bernoulli continua.</translation>
    </message>
    <message>
        <source>How much of an image survives its code?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Quanto di un’immagine sopravvive al suo codice?</translation>
    </message>
    <message>
        <source>x′ = E[x | z = μ(x)]&lt;br&gt;distortion = −E&lt;sub&gt;q(z|x)&lt;/sub&gt;[log p(x|z)]&lt;br&gt;PSNR = 10 log&lt;sub&gt;10&lt;/sub&gt; (1 / MSE), MSE = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;P&lt;/sub&gt; ‖x′ − x‖&lt;sup&gt;2&lt;/sup&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>x′ = E[x | z = μ(x)]&lt;br&gt;distorsione = −E&lt;sub&gt;q(z|x)&lt;/sub&gt;[log p(x|z)]&lt;br&gt;PSNR = 10 log&lt;sub&gt;10&lt;/sub&gt; (1 / MSE), MSE = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;P&lt;/sub&gt; ‖x′ − x‖&lt;sup&gt;2&lt;/sup&gt;</translation>
    </message>
    <message>
        <source>A perfect model of this kind would be the identity, but everything has to pass through D numbers, and what does not fit is lost. Distortion asks p(x|z) about the image as the model sees it, averaged over q; PSNR compares the picture with the grey image, and does not depend on the likelihood.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Un modello perfetto di questo tipo sarebbe l’identità, ma tutto deve passare per D numeri, e ciò che non ci sta va perso. La distorsione interroga p(x|z) sull’immagine come la vede il modello, in media su q; il PSNR confronta la ricostruzione con l’immagine in grigi, e non dipende dalla verosimiglianza.</translation>
    </message>
    <message>
        <source>Can the model undo noise?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Il modello sa togliere il rumore?</translation>
    </message>
    <message>
        <source>Denoising autoencoder</source>
        <extracomment>vaegui/families.py, vaegui/lecture.py</extracomment>
        <translation>Denoising autoencoder</translation>
    </message>
    <message>
        <source>x&lt;sub&gt;noisy&lt;/sub&gt; ~ c(x&lt;sub&gt;noisy&lt;/sub&gt;|x), x′ = E[x | z = μ(x&lt;sub&gt;noisy&lt;/sub&gt;)]&lt;br&gt;trained for it: loss = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)] + β · KL(q ‖ p(z)), q = q(z|x&lt;sub&gt;noisy&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>x&lt;sub&gt;rumorosa&lt;/sub&gt; ~ c(x&lt;sub&gt;rumorosa&lt;/sub&gt;|x), x′ = E[x | z = μ(x&lt;sub&gt;rumorosa&lt;/sub&gt;)]&lt;br&gt;se addestrato a farlo: loss = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)] + β · KL(q ‖ p(z)), q = q(z|x&lt;sub&gt;rumorosa&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Noise moves the code: where the arrow is short the answer hardly changes, where it is long it is another image. A model that was trained with noise learns codes that noise hardly moves. The line above the table says whether the answers are nearer to the clean images than the noisy images were; with weak noise they often are not. An autoencoder’s loss has the first term only.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Il rumore sposta il codice: dove la freccia è corta la risposta cambia appena, dove è lunga è un’altra immagine. Un modello addestrato con il rumore impara codici che il rumore quasi non sposta. La riga sopra la tabella dice se le risposte sono più vicine alle immagini pulite di quanto lo fossero quelle rumorose; con poco rumore spesso non lo sono. La loss di un autoencoder ha solo il primo termine.</translation>
    </message>
    <message>
        <source>What does the model generate?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Che cosa genera il modello?</translation>
    </message>
    <message>
        <source>z ~ p(z), then x ~ p(x|z)&lt;br&gt;p(x) = ∫ p(z) p(x|z) dz</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>z ~ p(z), poi x ~ p(x|z)&lt;br&gt;p(x) = ∫ p(z) p(x|z) dz</translation>
    </message>
    <message>
        <source>To generate is to read the model from left to right: first a code, then an image for it. The images look like data as far as the codes of data, q(z), fill the prior; from a hole come images of no class. An autoencoder has no prior, so a density is fitted to its codes afterwards; “From N(0, I)” shows why it needs one.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Generare è leggere il modello da sinistra a destra: prima un codice, poi un’immagine per esso. Le immagini somigliano ai dati nella misura in cui i codici dei dati, q(z), riempiono il prior; da un buco vengono immagini di nessuna classe. Un autoencoder non ha un prior, perciò ai suoi codici si adatta poi una densità; “Da N(0, I)” mostra perché gli serve.</translation>
    </message>
    <message>
        <source>For which images does the bound fail?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Per quali immagini il limite fallisce?</translation>
    </message>
    <message>
        <source>log p(x) ≥ E&lt;sub&gt;q&lt;/sub&gt;[log p(x, z) − log q(z|x)] = ELBO(x)&lt;br&gt;gap(x) = log p(x) − ELBO(x) = KL(q(z|x) ‖ p(z|x)) ≥ 0</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>log p(x) ≥ E&lt;sub&gt;q&lt;/sub&gt;[log p(x, z) − log q(z|x)] = ELBO(x)&lt;br&gt;divario(x) = log p(x) − ELBO(x) = KL(q(z|x) ‖ p(z|x)) ≥ 0</translation>
    </message>
    <message>
        <source>The lasso (S) and the box (B) select by place; here you select by class or by figure. A low PSNR means that the decoder cannot draw the image. A large gap means that the encoder points to the wrong place, or that the posterior has a shape that no Gaussian has.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Il lazo (S) e il riquadro (B) selezionano per posizione; qui selezioni per classe o per valore. Un PSNR basso significa che il decoder non sa disegnare l’immagine. Un divario grande significa che l’encoder indica il posto sbagliato, o che il posterior ha una forma che nessuna gaussiana ha.</translation>
    </message>
    <message>
        <source>What is the bound made of?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Di che cosa è fatto il limite?</translation>
    </message>
    <message>
        <source>ELBO = −(rate + distortion)&lt;br&gt;rate = KL(q ‖ p) = −½ Σ&lt;sub&gt;l&lt;/sub&gt; [1 + log σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − μ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;] ≥ 0&lt;br&gt;distortion = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)]</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ELBO = −(tasso + distorsione)&lt;br&gt;tasso = KL(q ‖ p) = −½ Σ&lt;sub&gt;l&lt;/sub&gt; [1 + log σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − μ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;] ≥ 0&lt;br&gt;distorsione = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)]</translation>
    </message>
    <message>
        <source>A code that says more (rate up) lets the decoder draw better (distortion down), and the ELBO rises as long as it gains more than it pays. All are means over images in nats per image, of the likelihood named above the plots. The dashed line is log p(x) if all pixels were independent; an IWAE’s first plot is its tighter bound, an autoencoder has the third plot only.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Un codice che dice di più (tasso in su) lascia disegnare meglio il decoder (distorsione in giù), e l’ELBO sale finché guadagna più di quanto paga. Tutto è in media sulle immagini, in nat per immagine, secondo la verosimiglianza indicata sopra i grafici. La linea tratteggiata è log p(x) se tutti i pixel fossero indipendenti; il primo grafico di un IWAE è il suo limite più stretto, un autoencoder ha solo il terzo grafico.</translation>
    </message>
    <message>
        <source>eqs. (1) and (2) have the sign turned: ∫ q (log p − log q) is −KL, so +½ Σ[…] would be negative. KL(q ‖ p) = ∫ q (log q − log p) = −½ Σ[1 + log σ² − σ² − μ²], and it is never below 0. On the slides before, q is a product over l of one-dimensional densities, each with its own 1/√(2πσ²).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le eq. (1) e (2) hanno il segno invertito: ∫ q (log p − log q) è −KL, e +½ Σ[…] sarebbe negativo. KL(q ‖ p) = ∫ q (log q − log p) = −½ Σ[1 + log σ² − σ² − μ²], e non è mai sotto 0. Nelle slide precedenti q è un prodotto su l di densità unidimensionali, ciascuna con il proprio 1/√(2πσ²).</translation>
    </message>
    <message>
        <source>What lies between two images?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Che cosa c’è fra due immagini?</translation>
    </message>
    <message>
        <source>G(z) = J(z)&lt;sup&gt;T&lt;/sup&gt; J(z), J = ∂E[x|z] / ∂z&lt;br&gt;length = ∫ √(ż&lt;sup&gt;T&lt;/sup&gt; G(z) ż) dt = ∫ ‖J(z) ż‖ dt</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>G(z) = J(z)&lt;sup&gt;T&lt;/sup&gt; J(z), J = ∂E[x|z] / ∂z&lt;br&gt;lunghezza = ∫ √(ż&lt;sup&gt;T&lt;/sup&gt; G(z) ż) dt = ∫ ‖J(z) ż‖ dt</translation>
    </message>
    <message>
        <source>A straight line on the map is not the shortest way in images: where the decoder changes fast, a step costs more. “shortest in images” is a geodesic of G, which goes around such places; “spherical” turns about the origin. Below each picture stands how many codes are nearby and the density of q(z): a 0 is a hole, where the way leads through what the model never learned.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Una retta sulla mappa non è la via più breve fra le immagini: dove il decoder cambia in fretta, un passo costa di più. “la più breve in immagini” è una geodetica di G, che aggira tali zone; “sferica” gira intorno all’origine. Sotto ogni immagine stanno il numero di codici vicini e la densità di q(z): uno 0 è un buco, dove la via attraversa ciò che il modello non ha mai imparato.</translation>
    </message>
    <message>
        <source>Which model is better, and is that more than chance?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Quale modello è migliore, e non è solo un caso?</translation>
    </message>
    <message>
        <source>Some images are hard for every model, and that spread is most of a single run’s error. Taking differences image by image removes it. ▲ marks a run that is better than all others by more than two of these standard errors. Nats of different likelihoods are never compared.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Alcune immagini sono difficili per ogni modello, e questa dispersione è la gran parte dell’errore di una singola run. Le differenze immagine per immagine la eliminano. ▲ segna una run migliore di tutte le altre per più di due di questi errori standard. Nat di verosimiglianze diverse non si confrontano mai.</translation>
    </message>
    <message>
        <source>the integral is called intractable, and the logarithm is missing in front of it: l(θ) = Σ log ∫ p(z) p(x|z) dz. With a network as decoder it is intractable in general; with two latent dimensions a grid sums it.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’integrale è detto intrattabile, e davanti manca il logaritmo: l(θ) = Σ log ∫ p(z) p(x|z) dz. Con una rete come decoder è in generale intrattabile; con due dimensioni latenti lo si somma su una griglia.</translation>
    </message>
    <message>
        <source>From which level of noise on is the model of use?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Da quale livello di rumore in su serve il modello?</translation>
    </message>
    <message>
        <source>x′ = E[x | z = μ(x&lt;sub&gt;noisy&lt;/sub&gt;)]&lt;br&gt;PSNR(x′, x) = 10 log&lt;sub&gt;10&lt;/sub&gt; (1 / MSE), MSE = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;P&lt;/sub&gt; Σ&lt;sub&gt;i&lt;/sub&gt; (x′&lt;sub&gt;i&lt;/sub&gt; − x&lt;sub&gt;i&lt;/sub&gt;)&lt;sup&gt;2&lt;/sup&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>x′ = E[x | z = μ(x&lt;sub&gt;rumorosa&lt;/sub&gt;)]&lt;br&gt;PSNR(x′, x) = 10 log&lt;sub&gt;10&lt;/sub&gt; (1 / MSE), MSE = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;P&lt;/sub&gt; Σ&lt;sub&gt;i&lt;/sub&gt; (x′&lt;sub&gt;i&lt;/sub&gt; − x&lt;sub&gt;i&lt;/sub&gt;)&lt;sup&gt;2&lt;/sup&gt;</translation>
    </message>
    <message>
        <source>A run is of use where its line is above the dashed one. 10 dB more are a tenth of the squared error. At level 0 a line begins at the reconstruction of the clean image, which a code of two numbers cannot make perfect, so with weak noise the noisy image itself is nearer.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Una run serve dove la sua linea sta sopra quella tratteggiata. 10 dB in più sono un decimo dell’errore quadratico. Al livello 0 una linea parte dalla ricostruzione dell’immagine pulita, che un codice di due numeri non può rendere perfetta, perciò con poco rumore l’immagine rumorosa stessa è più vicina.</translation>
    </message>
    <message>
        <source>What is a code worth when labels are few?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Quanto vale un codice quando le etichette sono poche?</translation>
    </message>
    <message>
        <source>linear probe: p(y|z) = softmax(W z + b), z = μ(x)&lt;br&gt;nearest neighbour: ŷ(z) = y&lt;sub&gt;n&lt;/sub&gt; of the nearest z&lt;sub&gt;n&lt;/sub&gt;&lt;br&gt;accuracy = share of the test images with ŷ = y</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>sonda lineare: p(y|z) = softmax(W z + b), z = μ(x)&lt;br&gt;primo vicino: ŷ(z) = y&lt;sub&gt;n&lt;/sub&gt; dello z&lt;sub&gt;n&lt;/sub&gt; più vicino&lt;br&gt;accuratezza = quota delle immagini di test con ŷ = y</translation>
    </message>
    <message>
        <source>The images teach the encoder, and a handful of labels then names what it found: that is semi-supervised learning. With more than 10 labels per class the 5 nearest vote. The last plot fine-tunes: the encoder becomes a classifier, from this run’s weights and from fresh ones, so that the distance between the two curves is what pretraining is worth.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Le immagini istruiscono l’encoder, e poi poche etichette danno un nome a ciò che ha trovato: è l’apprendimento semi-supervisionato. Con più di 10 etichette per classe votano i 5 più vicini. L’ultimo grafico è un fine-tuning: l’encoder diventa un classificatore, dai pesi di questa run e da pesi nuovi, così che la distanza fra le due curve è il valore del preaddestramento.</translation>
    </message>
    <message>
        <source>Why is the ELBO below log p(x)?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Perché l’ELBO sta sotto log p(x)?</translation>
    </message>
    <message>
        <source>log p(x) = ELBO(q) + KL(q(z) ‖ p(z|x)), for any q&lt;br&gt;ELBO(q) = −distortion − rate = E&lt;sub&gt;q&lt;/sub&gt;[log p(x, z)] + H[q]&lt;br&gt;KL = [ELBO(q*) − ELBO(q&lt;sub&gt;φ&lt;/sub&gt;)] + [log p(x) − ELBO(q*)], for q&lt;sub&gt;φ&lt;/sub&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>log p(x) = ELBO(q) + KL(q(z) ‖ p(z|x)), per ogni q&lt;br&gt;ELBO(q) = −distorsione − tasso = E&lt;sub&gt;q&lt;/sub&gt;[log p(x, z)] + H[q]&lt;br&gt;KL = [ELBO(q*) − ELBO(q&lt;sub&gt;φ&lt;/sub&gt;)] + [log p(x) − ELBO(q*)], per q&lt;sub&gt;φ&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The gap is exactly the divergence of q from the posterior; it vanishes only where q is p(z|x). The three terms of the first line are three sums of their own, and the residual says how well they agree. “Optimise q” raises the ELBO by moving q alone, which splits the gap in two (Cremer, Li and Duvenaud 2018). From 2,000 importance samples of q, log p(x) comes out too low where q misses a mode, and the samples cannot tell.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Il divario è esattamente la divergenza di q dal posterior; si annulla solo dove q è p(z|x). I tre termini della prima riga sono tre somme distinte, e il residuo dice quanto concordano. “Ottimizza q” alza l’ELBO muovendo solo q, e così divide il divario in due (Cremer, Li e Duvenaud 2018). Da 2&#x202f;000 campioni per importanza di q, log p(x) risulta troppo basso dove q manca un modo, e i campioni non possono saperlo.</translation>
    </message>
    <message>
        <source>the bound written with the entropy (“Back to the probabilistic picture”) has “−H[q]”. It is +H[q]: of two q with the same mean of log p(x, z), the wider one is better.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il limite inferiore scritto con l’entropia (“Back to the probabilistic picture”) ha “−H[q]”. È +H[q]: fra due q con la stessa media di log p(x, z) è migliore la più larga.</translation>
    </message>
    <message>
        <source>How much does one encoder for all images cost?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Quanto costa un solo encoder per tutte le immagini?</translation>
    </message>
    <message>
        <source>Amortised inference replaces one q for each image by one network for all. The first line says what that costs, and what is lost because q is a Gaussian. The second is the ELBO surgery of Hoffman and Johnson (2016): the mean rate pays for telling images apart and for leaving the prior. Only the latter is lost for generating: where q(z) falls short of the prior there is a hole.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>L’inferenza ammortizzata sostituisce una q per ogni immagine con una rete per tutte. La prima riga dice quanto costa, e quanto si perde perché q è una gaussiana. La seconda è l’“ELBO surgery” di Hoffman e Johnson (2016): il tasso medio paga per distinguere le immagini e per lasciare il prior. Solo quest’ultima parte è persa per generare: dove q(z) resta sotto il prior c’è un buco.</translation>
    </message>
    <message>
        <source>“Evidence Lower Bound (ELBO)” has “tight bound ⟺ f strictly convex”. For a strictly convex (or concave) f, Jensen’s inequality is an equality exactly where its argument is constant. Here that is p(x, z) / q(z), and it is constant exactly where q(z) = p(z|x).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>“Evidence Lower Bound (ELBO)” ha “tight bound ⟺ f strictly convex”. Per f strettamente convessa (o concava), la disuguaglianza di Jensen è un’uguaglianza esattamente dove il suo argomento è costante. Qui esso è p(x, z) / q(z), ed è costante esattamente dove q(z) = p(z|x).</translation>
    </message>
    <message>
        <source>What is the reparametrization trick good for?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>A che cosa serve il trucco della riparametrizzazione?</translation>
    </message>
    <message>
        <source>with: z = μ + σ ⊙ ε, ε ~ N(0, I)&lt;br&gt;∇&lt;sub&gt;φ&lt;/sub&gt;ELBO = E&lt;sub&gt;ε&lt;/sub&gt;[∇&lt;sub&gt;φ&lt;/sub&gt; log p(x|μ + σ ⊙ ε)] − ∇&lt;sub&gt;φ&lt;/sub&gt;KL(q&lt;sub&gt;φ&lt;/sub&gt; ‖ p)&lt;br&gt;without: ∇&lt;sub&gt;φ&lt;/sub&gt;ELBO = E&lt;sub&gt;q&lt;/sub&gt;[(log p(x|z) − b) ∇&lt;sub&gt;φ&lt;/sub&gt; log q&lt;sub&gt;φ&lt;/sub&gt;(z|x)] − ∇&lt;sub&gt;φ&lt;/sub&gt;KL(q&lt;sub&gt;φ&lt;/sub&gt; ‖ p)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>con: z = μ + σ ⊙ ε, ε ~ N(0, I)&lt;br&gt;∇&lt;sub&gt;φ&lt;/sub&gt;ELBO = E&lt;sub&gt;ε&lt;/sub&gt;[∇&lt;sub&gt;φ&lt;/sub&gt; log p(x|μ + σ ⊙ ε)] − ∇&lt;sub&gt;φ&lt;/sub&gt;KL(q&lt;sub&gt;φ&lt;/sub&gt; ‖ p)&lt;br&gt;senza: ∇&lt;sub&gt;φ&lt;/sub&gt;ELBO = E&lt;sub&gt;q&lt;/sub&gt;[(log p(x|z) − b) ∇&lt;sub&gt;φ&lt;/sub&gt; log q&lt;sub&gt;φ&lt;/sub&gt;(z|x)] − ∇&lt;sub&gt;φ&lt;/sub&gt;KL(q&lt;sub&gt;φ&lt;/sub&gt; ‖ p)</translation>
    </message>
    <message>
        <source>With the trick chance no longer depends on φ, so the gradient goes through the draws, and each draw knows in which direction the image gets better. Without it a draw only knows how good it is. Both are unbiased; the ratio of their variances says how many times as much computing the second one needs for the same precision.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Con il trucco il caso non dipende più da φ, così il gradiente passa attraverso le estrazioni, e ogni estrazione sa in quale direzione l’immagine migliora. Senza, un’estrazione sa solo quanto è buona. Entrambi sono non distorti; il rapporto delle loro varianze dice quante volte più calcolo serve al secondo per la stessa precisione.</translation>
    </message>
    <message>
        <source>“Framing the problem” calls the derivative in φ NOT OK. It has an unbiased estimator without the trick too, the score function, only with far higher variance. And the entropy enters the ELBO with a plus: +H[q], not −H[q].</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>“Framing the problem” dice che la derivata in φ è NOT OK. Anche senza il trucco ha uno stimatore non distorto, la score function, solo con varianza molto più alta. E l’entropia entra nell’ELBO con un più: +H[q], non −H[q].</translation>
    </message>
    <message>
        <source>What does a model make of an image that it never met?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Che cosa fa un modello di un’immagine mai vista?</translation>
    </message>
    <message>
        <source>The encoder is amortised: one network answers for every image, also for one drawn at this moment. It has only ever met images such as MNIST’s, centred by mass in a box of 20 × 20 pixels, which is why drawings are prepared alike; switch that off to see what it is worth. What is no digit at all gets a code as well, and its ELBO is the only sign that the model never met the like.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>L’encoder è ammortizzato: una sola rete risponde per ogni immagine, anche per una disegnata in questo momento. Ha visto solo immagini come quelle di MNIST, centrate per massa in un riquadro di 20 × 20 pixel, e perciò i disegni sono preparati allo stesso modo; disattivalo per vedere quanto vale. Anche ciò che non è affatto una cifra riceve un codice, e il suo ELBO è il solo segno che il modello non ha mai visto nulla di simile.</translation>
    </message>
    <message>
        <source>Did the model find what the images were made from?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Il modello ha trovato da che cosa sono fatte le immagini?</translation>
    </message>
    <message>
        <source>Learning probabilistic models</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Apprendere modelli probabilistici</translation>
    </message>
    <message>
        <source>x ~ p*(x): factors f are drawn, and x follows from them&lt;br&gt;ρ = correlation of the ranks of z&lt;sub&gt;d&lt;/sub&gt; and f&lt;sub&gt;j&lt;/sub&gt;&lt;br&gt;D = 1 − entropy of R&lt;sub&gt;dj&lt;/sub&gt; over j, C = 1 − entropy over d</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>x ~ p*(x): si estraggono i fattori f, e da essi segue x&lt;br&gt;ρ = correlazione dei ranghi di z&lt;sub&gt;d&lt;/sub&gt; e f&lt;sub&gt;j&lt;/sub&gt;&lt;br&gt;D = 1 − entropia di R&lt;sub&gt;dj&lt;/sub&gt; su j, C = 1 − entropia su d</translation>
    </message>
    <message>
        <source>Of a process that nobody knows one can only ask how well p(x) fits; here one can ask whether its causes were found. Two dimensions can hold two factors: let only x and y vary, and see. A prior that looks the same from all sides gives no reason to choose axes, so that a map may hold both factors, turned, and score low on disentanglement (Eastwood and Williams 2018).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Di un processo che nessuno conosce si può solo chiedere quanto bene p(x) lo descriva; qui si può chiedere se le sue cause sono state trovate. Due dimensioni possono contenere due fattori: fa’ variare solo x e y, e guarda. Un prior uguale da ogni lato non dà motivo di scegliere gli assi, così una mappa può contenere entrambi i fattori, ruotati, e avere un basso disentanglement (Eastwood e Williams 2018).</translation>
    </message>
    <message>
        <source>a place on the map, such as the target ⊕; z₁ runs to the right, z₂ up</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>una posizione sulla mappa, come il bersaglio ⊕; z₁ va verso destra, z₂ verso l’alto</translation>
    </message>
    <message>
        <source>a point (layer Points, P): the mean code of one test image, in the colour of its class</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>un punto (livello Punti, P): il codice medio di un’immagine di test, nel colore della sua classe</translation>
    </message>
    <message>
        <source>the two ellipses, 1σ and 2σ (layer Posterior, E), over the exact posterior p(z|x) of the same image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le due ellissi, 1σ e 2σ (livello Posterior, E), sopra il posterior esatto p(z|x) della stessa immagine</translation>
    </message>
    <message>
        <source>the circles of 1, 2 and 3σ (layer Prior, C)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i cerchi di 1, 2 e 3σ (livello Prior, C)</translation>
    </message>
    <message>
        <source>the whole cloud of points; the layer Aggregate (Q) sets its density against the prior’s</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’intera nuvola di punti; il livello Aggregato (Q) ne confronta la densità con quella del prior</translation>
    </message>
    <message>
        <source>the field β, for a VAE trained on the ELBO; “β warm-up” lets it rise from 0</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il campo β, per un VAE addestrato sull’ELBO; “Warm-up di β” lo fa salire da 0</translation>
    </message>
    <message>
        <source>the field “Pixel variance σ²”, there with the likelihood “Gaussian, fixed σ²”</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il campo “Varianza pixel σ²”, presente con la verosimiglianza “gaussiana, σ² fissa”</translation>
    </message>
    <message>
        <source>the picture that the decoder draws, as in Decoded; x is the image it should be</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’immagine che il decoder disegna, come in Decodificata; x è l’immagine che dovrebbe essere</translation>
    </message>
    <message>
        <source>the number of pixels of an image, 784 for MNIST</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il numero di pixel di un’immagine, 784 per MNIST</translation>
    </message>
    <message>
        <source>the code’s coordinate l, where the image’s point lies on the map</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la coordinata l del codice, dove sta il punto dell’immagine sulla mappa</translation>
    </message>
    <message>
        <source>the standard deviation of the code along it, not that of a pixel</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la deviazione standard del codice lungo di essa, non quella di un pixel</translation>
    </message>
    <message>
        <source>the curve Distortion, in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la curva Distorsione, in nat per immagine</translation>
    </message>
    <message>
        <source>the curve Rate, in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la curva Tasso, in nat per immagine</translation>
    </message>
    <message>
        <source>the weights that training found; each run of the list has its own</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i pesi trovati dall’addestramento; ogni run della lista ha i suoi</translation>
    </message>
    <message>
        <source>the test images of the column Dataset, which no training has seen</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le immagini di test della colonna Dataset, che nessun addestramento ha visto</translation>
    </message>
    <message>
        <source>their number, 10,000 for MNIST</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il loro numero, 10&#x202f;000 per MNIST</translation>
    </message>
    <message>
        <source>its mean stands in the column log p(x), in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la sua media sta nella colonna log p(x), in nat per immagine</translation>
    </message>
    <message>
        <source>its mean stands in the column ELBO, in nats per image; larger is better, as for log p(x)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la sua media sta nella colonna ELBO, in nat per immagine; più alto è meglio, come per log p(x)</translation>
    </message>
    <message>
        <source>the target ⊕ on the map, in numbers in the fields z₁ and z₂</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il bersaglio ⊕ sulla mappa, in numeri nei campi z₁ e z₂</translation>
    </message>
    <message>
        <source>the grey value of pixel i of the picture, with a Bernoulli decoder: the probability that it is on</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il grigio del pixel i dell’immagine, con un decoder di Bernoulli: la probabilità che sia acceso</translation>
    </message>
    <message>
        <source>the grey value of pixel i of the picture, with a Gaussian decoder</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il grigio del pixel i dell’immagine, con un decoder gaussiano</translation>
    </message>
    <message>
        <source>the smaller picture σ²(z), where the variance is learned; otherwise one number for all pixels</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’immagine più piccola σ²(z), dove la varianza è appresa; altrimenti un solo numero per tutti i pixel</translation>
    </message>
    <message>
        <source>the column “image”, one of the test images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna “immagine”, una delle immagini di test</translation>
    </message>
    <message>
        <source>the column “reconstruction”: the decoded mean at the code</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna “ricostruzione”: la media decodificata dal codice</translation>
    </message>
    <message>
        <source>the code in between; click a row, and the target ⊕ goes there</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il codice fra le due; clicca su una riga, e il bersaglio ⊕ va lì</translation>
    </message>
    <message>
        <source>the nats below the reconstruction, for the whole image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i nat sotto la ricostruzione, per l’intera immagine</translation>
    </message>
    <message>
        <source>the column “difference”: blue is below, white is equal, red is above; of colours the difference itself, halved, with grey for equal</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna “differenza”: blu è sotto, bianco è uguale, rosso è sopra; per i colori la differenza stessa, dimezzata, con il grigio per l’uguale</translation>
    </message>
    <message>
        <source>the dB below the difference, and their mean above the table; larger is better</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i dB sotto la differenza, e la loro media sopra la tabella; più alto è meglio</translation>
    </message>
    <message>
        <source>the column “clean”; in the loss it is what the decoder is asked for</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna “pulita”; nella loss è ciò che si chiede al decoder</translation>
    </message>
    <message>
        <source>the kind of noise and its level in per cent, above the table</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il tipo di rumore e il suo livello in percentuale, sopra la tabella</translation>
    </message>
    <message>
        <source>the column “noisy”, and all that the encoder sees</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna “rumorosa”, e tutto ciò che l’encoder vede</translation>
    </message>
    <message>
        <source>the column “denoised”; “from clean” is the same without noise, as a yardstick</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna “ripulita”; “dalla pulita” è lo stesso senza rumore, come metro di paragone</translation>
    </message>
    <message>
        <source>the head of an arrow on the map; its tail is μ(x) of the clean image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la punta di una freccia sulla mappa; la coda è μ(x) dell’immagine pulita</translation>
    </message>
    <message>
        <source>click an image, and the target ⊕ goes to the code it was decoded from</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>clicca su un’immagine, e il bersaglio ⊕ va al codice da cui è stata decodificata</translation>
    </message>
    <message>
        <source>the prior N(0, I), the circles of the layer Prior (C): “Generate others” draws 64 codes from it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il prior N(0, I), i cerchi del livello Prior (C): “Genera altri” ne estrae 64 codici</translation>
    </message>
    <message>
        <source>what each image shows the mean of; with “Draw pixels” it is a draw</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò di cui ogni immagine mostra la media; con “Estrai i pixel” è un’estrazione</translation>
    </message>
    <message>
        <source>what drawn pixels are samples of; its value at test images is in Figures</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò di cui i pixel estratti sono campioni; il suo valore sulle immagini di test sta in Valori</translation>
    </message>
    <message>
        <source>an image of the sheet, and a marked point on the maps</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>un’immagine del foglio, e un punto segnato sulle mappe</translation>
    </message>
    <message>
        <source>what “largest gap” selects by and “largest gap first” sorts by, in nats, under run A</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò per cui “divario maggiore” seleziona e “prima il divario maggiore” ordina, in nat, con la run A</translation>
    </message>
    <message>
        <source>exact, by a sum over the latent plane: there for codes of one or two dimensions</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>esatto, con una somma sul piano latente: c’è per codici di una o due dimensioni</translation>
    </message>
    <message>
        <source>what the encoder’s q reaches for this image alone; the panel Bound takes it apart</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò che la q dell’encoder raggiunge per questa sola immagine; il pannello Limite lo scompone</translation>
    </message>
    <message>
        <source>the first plot: thin in training, thick on validation images, a ring at the best epoch</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il primo grafico: sottile in addestramento, spesso sulle immagini di validazione, un anello all’epoca migliore</translation>
    </message>
    <message>
        <source>the second plot: nats to say where the code is, beyond what the prior says</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il secondo grafico: i nat per dire dov’è il codice, oltre ciò che dice il prior</translation>
    </message>
    <message>
        <source>the third plot: nats for the pixels once the code is known</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il terzo grafico: i nat per i pixel, noto il codice</translation>
    </message>
    <message>
        <source>how far from the origin the points of the map lie</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>quanto lontano dall’origine stanno i punti della mappa</translation>
    </message>
    <message>
        <source>how wide the encoder’s ellipse is along axis l (layer Posterior, E)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>quanto è larga l’ellisse dell’encoder lungo l’asse l (livello Posterior, E)</translation>
    </message>
    <message>
        <source>a place on the path; the slider walks the target ⊕ along it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>una posizione sul percorso; il cursore vi fa scorrere il bersaglio ⊕</translation>
    </message>
    <message>
        <source>the direction of the path on the map</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la direzione del percorso sulla mappa</translation>
    </message>
    <message>
        <source>the pictures of the strip</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le immagini della striscia</translation>
    </message>
    <message>
        <source>how fast the picture changes on the way, all pixels together</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>quanto in fretta cambia l’immagine lungo la via, tutti i pixel insieme</translation>
    </message>
    <message>
        <source>the pull-back metric; the layer Magnification (X) shows √det G</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la metrica pull-back; il livello Ingrandimento (X) mostra √det G</translation>
    </message>
    <message>
        <source>“long in images”, at the left below the pins</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>“lunghezza … in immagini”, a sinistra sotto le puntine</translation>
    </message>
    <message>
        <source>the row log p(x): its mean over the test images, in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la riga log p(x): la sua media sulle immagini di test, in nat per immagine</translation>
    </message>
    <message>
        <source>the nodes of a grid over the latent plane, h apart, finer where an image needs it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i nodi di una griglia sul piano latente, a distanza h, più fitta dove un’immagine lo richiede</translation>
    </message>
    <message>
        <source>the latent size: 1 or 2, where such a grid is affordable</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la dimensione latente: 1 o 2, dove una tale griglia è sostenibile</translation>
    </message>
    <message>
        <source>a figure of run A, such as its ELBO; f&lt;sub&gt;B&lt;/sub&gt; is the same of run B</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>un valore della run A, come il suo ELBO; f&lt;sub&gt;B&lt;/sub&gt; è lo stesso per la run B</translation>
    </message>
    <message>
        <source>the field “images”</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il campo “immagini”</translation>
    </message>
    <message>
        <source>the column B − A: the mean difference on the same images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la colonna B − A: la differenza media sulle stesse immagini</translation>
    </message>
    <message>
        <source>the number after its ±, the standard error of the paired difference</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il numero dopo il suo ±, l’errore standard della differenza appaiata</translation>
    </message>
    <message>
        <source>a test image with noise; the level is on the horizontal axis, a plot for each kind</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>un’immagine di test con rumore; il livello è sull’asse orizzontale, un grafico per ogni tipo</translation>
    </message>
    <message>
        <source>what a run makes of it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò che una run ne fa</translation>
    </message>
    <message>
        <source>a run’s line, in dB against the clean image, with bars of two standard errors</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la linea di una run, in dB rispetto all’immagine pulita, con barre di due errori standard</translation>
    </message>
    <message>
        <source>the clean image; the dashed line is PSNR(x&lt;sub&gt;noisy&lt;/sub&gt;, x), if nothing were done at all</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’immagine pulita; la linea tratteggiata è PSNR(x&lt;sub&gt;rumorosa&lt;/sub&gt;, x), se non si facesse nulla</translation>
    </message>
    <message>
        <source>a run’s line: codes, learned without any label</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la linea di una run: codici, appresi senza alcuna etichetta</translation>
    </message>
    <message>
        <source>for the other lines raw pixels, or as many principal components, stand in its place</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>per le altre linee stanno al suo posto i pixel grezzi, o altrettante componenti principali</translation>
    </message>
    <message>
        <source>the straight lines that part the classes, in the plot Linear probe</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le rette che separano le classi, nel grafico Sonda lineare</translation>
    </message>
    <message>
        <source>the labels that may be known: so many of each class as the horizontal axis says</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le etichette che si possono conoscere: per ogni classe quante ne dice l’asse orizzontale</translation>
    </message>
    <message>
        <source>the vertical axis; bars are one standard error over the draws of labelled images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’asse verticale; le barre sono un errore standard sulle estrazioni di immagini etichettate</translation>
    </message>
    <message>
        <source>the chosen test image, at the top</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’immagine di test scelta, in alto</translation>
    </message>
    <message>
        <source>the blue regions that hold 50, 90 and 99 % of the exact posterior, here and on the map (E)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le regioni blu che contengono il 50, 90 e 99 % del posterior esatto, qui e sulla mappa (E)</translation>
    </message>
    <message>
        <source>the orange ellipses, 1σ solid and 2σ dashed: what the encoder says; on the map a lens helps</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le ellissi arancioni, 1σ continua e 2σ tratteggiata: ciò che dice l’encoder; sulla mappa aiuta una lente</translation>
    </message>
    <message>
        <source>the purple ellipses: the best Gaussian for this image alone, where “Optimise q” ends</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le ellissi viola: la migliore gaussiana per questa sola immagine, dove “Ottimizza q” finisce</translation>
    </message>
    <message>
        <source>the dot in the first row under the regions</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il punto nella prima riga sotto le regioni</translation>
    </message>
    <message>
        <source>the grey bar, which leads from there down to the dot ELBO</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la barra grigia, che da lì scende al punto ELBO</translation>
    </message>
    <message>
        <source>the orange bar from the ELBO up to log p(x); once q is optimised, two bars in its place</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la barra arancione dall’ELBO fino a log p(x); quando q è ottimizzata, due barre al suo posto</translation>
    </message>
    <message>
        <source>the bar “amortisation gap”: the price of one φ for all images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la barra “divario di ammortamento”: il prezzo di un solo φ per tutte le immagini</translation>
    </message>
    <message>
        <source>log p(x) − ELBO(q*)</source>
        <extracomment>the glossary</extracomment>
        <translation>log p(x) − ELBO(q*)</translation>
    </message>
    <message>
        <source>the bar “approximation gap”: the posterior is no such Gaussian</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la barra “divario di approssimazione”: il posterior non è una gaussiana di questo tipo</translation>
    </message>
    <message>
        <source>the gap of an image: one count in the histogram; the largest come first in the sheet at the right</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il divario di un’immagine: un conteggio nell’istogramma; i maggiori vengono per primi nel foglio a destra</translation>
    </message>
    <message>
        <source>the bar “amortisation gap”, a mean over the images; orange in the histogram</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la barra “divario di ammortamento”, una media sulle immagini; arancione nell’istogramma</translation>
    </message>
    <message>
        <source>the bar “approximation gap”, a mean as well; purple in the histogram</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la barra “divario di approssimazione”, anch’essa una media; viola nell’istogramma</translation>
    </message>
    <message>
        <source>index-code mutual information: how well a code tells which image it is of, log N at most</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>l’informazione mutua fra indice e codice: quanto bene un codice dice di quale immagine è, al più log N</translation>
    </message>
    <message>
        <source>how far the cloud of all codes is from the prior</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>quanto la nuvola di tutti i codici è lontana dal prior</translation>
    </message>
    <message>
        <source>the aggregate posterior, the layer Aggregate (Q) on the map</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il posterior aggregato, il livello Aggregato (Q) sulla mappa</translation>
    </message>
    <message>
        <source>the dots in the plot at the left, always from the same N(0, I)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i punti nel grafico a sinistra, sempre dalla stessa N(0, I)</translation>
    </message>
    <message>
        <source>the dots on the map; the first of them are decoded beside the plot</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>i punti sulla mappa; i primi sono decodificati accanto al grafico</translation>
    </message>
    <message>
        <source>the code in the middle of the dots, which shifts all of them</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il codice in mezzo ai punti, che li sposta tutti</translation>
    </message>
    <message>
        <source>how far each dot is from it, in units of its ε</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>quanto ogni punto ne dista, in unità del suo ε</translation>
    </message>
    <message>
        <source>what both histograms estimate, for one μ or log σ at a time; the dashed line is its exact value</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò che entrambi gli istogrammi stimano, per un μ o log σ alla volta; la linea tratteggiata è il valore esatto</translation>
    </message>
    <message>
        <source>a mean over K draws, the slider; the score function gets 3K, which cost as much</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>una media su K estrazioni, il cursore; la score function ne ha 3K, che costano altrettanto</translation>
    </message>
    <message>
        <source>the box “baseline”: the mean of the other draws; the second histogram narrows about the same mean</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la casella “riferimento”: la media delle altre estrazioni; il secondo istogramma si stringe intorno alla stessa media</translation>
    </message>
    <message>
        <source>what is on the pad, as the first small picture has it: the pixels that the model gets</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò che sta sul foglio da disegno, come lo mostra la prima piccola immagine: i pixel che il modello riceve</translation>
    </message>
    <message>
        <source>the dot below the small picture on the map, which moves with each stroke</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il punto sotto la piccola immagine sulla mappa, che si muove a ogni tratto</translation>
    </message>
    <message>
        <source>the ellipses around it, with the layer Posterior (E)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le ellissi intorno a esso, con il livello Posterior (E)</translation>
    </message>
    <message>
        <source>the reconstruction; “denoised” is the same from the image with the noise of the panel Denoise</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la ricostruzione; “ripulita” è la stessa dall’immagine con il rumore del pannello Denoising</translation>
    </message>
    <message>
        <source>the regions of the layer Posterior: exact, and found without the encoder</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le regioni del livello Posterior: esatte, e trovate senza l’encoder</translation>
    </message>
    <message>
        <source>the true process, which is known here because vaegui draws the shapes itself</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il processo vero, che qui è noto perché è vaegui a disegnare le forme</translation>
    </message>
    <message>
        <source>a factor, such as x, scale or rotation: “Colour” below the map shows it on the points</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>un fattore, come x, scala o rotazione: “Colore” sotto la mappa lo mostra sui punti</translation>
    </message>
    <message>
        <source>a dimension of the code, the columns of both tables</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>una dimensione del codice, le colonne di entrambe le tabelle</translation>
    </message>
    <message>
        <source>the table |ρ|: 1 where a dimension is the factor, on whatever scale</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la tabella |ρ|: 1 dove una dimensione è il fattore, su qualunque scala</translation>
    </message>
    <message>
        <source>the table of importances: what a forest that predicts factor j takes from z&lt;sub&gt;d&lt;/sub&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la tabella delle importanze: ciò che una foresta che predice il fattore j prende da z&lt;sub&gt;d&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>disentanglement: 1 where each dimension speaks of one factor alone</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>disentanglement: 1 dove ogni dimensione parla di un solo fattore</translation>
    </message>
    <message>
        <source>completeness: 1 where each factor is in one dimension alone</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>completezza: 1 dove ogni fattore sta in una sola dimensione</translation>
    </message>
    <message>
        <source>All of the selected images are in “{name}” already.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>Tutte le immagini selezionate sono già in “{name}”.</translation>
    </message>
    <message>
        <source>No image is selected. Select some on the map first.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>Nessuna immagine è selezionata. Prima selezionane qualcuna sulla mappa.</translation>
    </message>
    <message>
        <source>Writing films</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>Scrivere filmati</translation>
    </message>
    <message>
        <source>Writing ONNX</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>Scrivere ONNX</translation>
    </message>
    <message>
        <source>Writing Parquet</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>Scrivere Parquet</translation>
    </message>
    <message>
        <source>Writing a TensorBoard log</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>Scrivere un log di TensorBoard</translation>
    </message>
    <message>
        <source>The film could not be encoded: {reason}. Nothing is left of it; a GIF needs no ffmpeg.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>Non è stato possibile codificare il filmato: {reason}. Non ne resta nulla; una GIF non ha bisogno di ffmpeg.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <extracomment>vaegui/exports/film.py, vaegui/sources.py, vaegui/storing.py</extracomment>
        <translation>il disco è pieno</translation>
    </message>
    <message>
        <source>There is not one frame to make a film of.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>Non c’è nemmeno un fotogramma con cui fare un filmato.</translation>
    </message>
    <message>
        <source>ffmpeg ended with {code}</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>ffmpeg è terminato con il codice {code}</translation>
    </message>
    <message>
        <source>“{run}” has no latent space: its pixels are independent, so there is no encoder and no decoder to write. Choose another run.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>“{run}” non ha uno spazio latente: i suoi pixel sono indipendenti, quindi non ci sono né encoder né decoder da scrivere. Scegli un’altra run.</translation>
    </message>
    <message>
        <source>“{dataset}” does not hold the images that “{run}” was trained on. Nothing was written.</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation>“{dataset}” non contiene le immagini su cui è stata addestrata “{run}”. Non è stato scritto nulla.</translation>
    </message>
    <message>
        <source>No image is selected, so there is nothing to write. Select some first.</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation>Nessuna immagine è selezionata, quindi non c’è nulla da scrivere. Prima selezionane qualcuna.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>{width} × {height} pixel</translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>vaegui/ui/metrics_plot.py, vaegui/ui/plane_study.py</extracomment>
        <translation>Tasso</translation>
    </message>
    <message>
        <source>Distortion</source>
        <extracomment>vaegui/ui/metrics_plot.py, vaegui/ui/plane_study.py</extracomment>
        <translation>Distorsione</translation>
    </message>
    <message>
        <source>“{run}” has no codes of test images, because its training was cut off before they were computed. No page was written; go on with the training first.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>“{run}” non ha i codici delle immagini di test, perché l’addestramento è stato interrotto prima che fossero calcolati. Non è stata scritta nessuna pagina; prima continua l’addestramento.</translation>
    </message>
    <message>
        <source>“{run}” has no latent space, and so no map for a page. No page was written.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>“{run}” non ha uno spazio latente, e quindi nessuna mappa per una pagina. Non è stata scritta nessuna pagina.</translation>
    </message>
    <message>
        <source>This model has no codes: there is nothing to score.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation>Questo modello non ha codici: non c’è nulla da valutare.</translation>
    </message>
    <message>
        <source>Nothing is known of what these images were drawn from: there is nothing to score by.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation>Non si sa da quali fattori siano state disegnate queste immagini: non c’è nulla in base a cui valutare.</translation>
    </message>
    <message>
        <source>Some codes are not finite numbers, so they cannot be scored. Train with a lower learning rate.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation>Alcuni codici non sono numeri finiti, quindi non si possono valutare. Addestra con un learning rate più basso.</translation>
    </message>
    <message>
        <source>Objective</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Obiettivo</translation>
    </message>
    <message>
        <source>The ELBO, or the tighter importance-weighted bound of K samples (IWAE).</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>L’ELBO, o il limite più stretto pesato per importanza, con K campioni (IWAE).</translation>
    </message>
    <message>
        <source>Weight of the rate in the loss; 1 is the ELBO.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Peso del tasso nella loss; 1 è l’ELBO.</translation>
    </message>
    <message>
        <source>β warm-up</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Warm-up di β</translation>
    </message>
    <message>
        <source>Epochs in which β rises linearly from 0, so that codes spread before the rate is charged for.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Epoche in cui β cresce linearmente da 0, così che i codici si distribuiscano prima che il tasso si paghi.</translation>
    </message>
    <message>
        <source>Samples K</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Campioni K</translation>
    </message>
    <message>
        <source>Samples of z for each image; the bound tightens, and a step takes longer, as K grows.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Campioni di z per ogni immagine; al crescere di K il limite si stringe e un passo dura di più.</translation>
    </message>
    <message>
        <source>Grid n × n</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Griglia n × n</translation>
    </message>
    <message>
        <source>Nodes along each latent axis; n² cells of equal prior mass make the E-step exact.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Nodi lungo ogni asse latente; n² celle di uguale massa del prior rendono esatto il passo E.</translation>
    </message>
    <message>
        <source>M-steps M</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Passi M (M)</translation>
    </message>
    <message>
        <source>Gradient steps of the decoder after each E-step, on the same batch and responsibilities.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Passi di gradiente del decoder dopo ogni passo E, con lo stesso batch e le stesse responsabilità.</translation>
    </message>
    <message>
        <source>Amortise</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Ammortizza</translation>
    </message>
    <message>
        <source>Epochs after EM in which an encoder q(z|x) is fitted to the exact posteriors by forward KL.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Epoche dopo EM in cui un encoder q(z|x) è adattato ai posterior esatti con la KL diretta.</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Preaddestr.</translation>
    </message>
    <message>
        <source>None: train all layers end to end. Greedy: one layer after the other first, each as an autoencoder of what the layers below put out.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Nessuno: tutti gli strati si addestrano insieme, end to end. Greedy: prima uno strato dopo l’altro, ciascuno come autoencoder dell’uscita degli strati sottostanti.</translation>
    </message>
    <message>
        <source>Epochs a layer</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Epoche/strato</translation>
    </message>
    <message>
        <source>Passes over the training images for each layer, before the fine-tuning of all.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Passaggi sulle immagini di addestramento per ogni strato, prima del fine-tuning di tutti.</translation>
    </message>
    <message>
        <source>Corruption</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Corruzione</translation>
    </message>
    <message>
        <source>Noise on what the encoder sees in training, new each time; the decoder&apos;s goal is the clean image.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Rumore su ciò che l’encoder vede nell’addestramento, ogni volta nuovo; il decoder mira all’immagine pulita.</translation>
    </message>
    <message>
        <source>Noise level</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Livello rumore</translation>
    </message>
    <message>
        <source>Standard deviation of Gaussian noise (1 is the full range), or the share of the pixels hit.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Deviazione standard del rumore gaussiano (1 è l’intero intervallo), o quota dei pixel colpiti.</translation>
    </message>
    <message>
        <source>Prior precision λ</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Precisione prior λ</translation>
    </message>
    <message>
        <source>MAP: a Gaussian prior N(0, 1/λ) on each decoder weight θ, −log p(θ)/N in the loss; 0 is ML.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>MAP: un prior gaussiano N(0, 1/λ) su ogni peso θ del decoder, −log p(θ)/N nella loss; 0 è ML.</translation>
    </message>
    <message>
        <source>Prior strength s</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Forza prior s</translation>
    </message>
    <message>
        <source>MAP with a conjugate prior (Beta; normal-inverse-gamma) worth s imaginary images of even grey; 0 is maximum likelihood.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>MAP con un prior coniugato (Beta; normale-gamma inversa) che vale s immagini immaginarie di grigio uniforme; 0 è la massima verosimiglianza.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>vaegui/families.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Passes over the training images.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Passaggi sulle immagini di addestramento.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Dim. batch</translation>
    </message>
    <message>
        <source>Images whose gradients are averaged in one step.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Immagini di cui un passo usa la media dei gradienti.</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Learning rate η</translation>
    </message>
    <message>
        <source>Step size of Adam; the peak, for one-cycle.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Ampiezza del passo di Adam; il picco, per one-cycle.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Schedule di η</translation>
    </message>
    <message>
        <source>Keep η constant, or let it rise and then fall to zero over the whole training (of each phase).</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Tieni η costante, o fallo crescere e poi scendere a zero lungo tutto l’addestramento (di ogni fase).</translation>
    </message>
    <message>
        <source>Held out</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Quota di validazione</translation>
    </message>
    <message>
        <source>Share of the training images kept for validation, which picks the best epoch.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Quota delle immagini di addestramento riservata alla validazione, che sceglie l’epoca migliore.</translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Precisione</translation>
    </message>
    <message>
        <source>Numbers in matrix products: float32, or bfloat16, which some processors multiply faster; sums, losses and weights stay float32.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Numeri nei prodotti di matrici: float32, o bfloat16, che alcuni processori moltiplicano più in fretta; somme, loss e pesi restano float32.</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Seme</translation>
    </message>
    <message>
        <source>Fixes every random choice.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Fissa ogni scelta casuale.</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Where to train; auto takes a GPU where there is one.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Dove addestrare; auto prende una GPU, se c’è.</translation>
    </message>
    <message>
        <source>Denoising</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Denoising</translation>
    </message>
    <message>
        <source>IWAE bound</source>
        <extracomment>vaegui/families.py, vaegui/runs.py, the glossary</extracomment>
        <translation>limite IWAE</translation>
    </message>
    <message>
        <source>none: end to end</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>nessuno: end to end</translation>
    </message>
    <message>
        <source>greedy, layer by layer</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>greedy, strato per strato</translation>
    </message>
    <message>
        <source>There is only one image, which is too few: one is trained with, another is for testing.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>C’è una sola immagine, ed è troppo poco: una serve per l’addestramento, un’altra per il test.</translation>
    </message>
    <message>
        <source>The images take more memory than there is. Choose a smaller size.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Le immagini richiedono più memoria di quanta ce ne sia. Scegli una dimensione minore.</translation>
    </message>
    <message>
        <source>Maximum likelihood (ML)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Massima verosimiglianza (ML)</translation>
    </message>
    <message>
        <source>A fully observed model: every pixel on its own, in closed form. The baseline of all others.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Un modello tutto osservato: ogni pixel per conto suo, in forma chiusa. Il riferimento per tutti gli altri.</translation>
    </message>
    <message>
        <source>Maximum a posteriori (MAP)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Massimo a posteriori (MAP)</translation>
    </message>
    <message>
        <source>The same with a Beta prior worth s imaginary images; as s shrinks, MAP becomes ML.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Lo stesso con un prior Beta che vale s immagini immaginarie; al calare di s, MAP diventa ML.</translation>
    </message>
    <message>
        <source>MAP for a deep network</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>MAP per una rete profonda</translation>
    </message>
    <message>
        <source>A Gaussian prior on the decoder&apos;s weights θ, −log p(θ)/N in the loss: known elsewhere as weight decay.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Un prior gaussiano sui pesi θ del decoder, −log p(θ)/N nella loss: altrove noto come weight decay.</translation>
    </message>
    <message>
        <source>E-step: the exact posterior on a latent grid. M-step: gradient steps of the decoder. Then an encoder.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Passo E: il posterior esatto su una griglia latente. Passo M: passi di gradiente del decoder. Poi un encoder.</translation>
    </message>
    <message>
        <source>Undercomplete autoencoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Autoencoder sottocompleto</translation>
    </message>
    <message>
        <source>A bottleneck of two numbers, and the identity to learn through it.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Un collo di bottiglia di due numeri, e l’identità da imparare attraverso di esso.</translation>
    </message>
    <message>
        <source>Linear autoencoder and PCA</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Autoencoder lineare e PCA</translation>
    </message>
    <message>
        <source>No hidden layers and a linear output: the best it can do is find the plane of the principal components.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Nessuno strato nascosto e uscita lineare: il meglio che può fare è trovare il piano delle componenti principali.</translation>
    </message>
    <message>
        <source>Stacked autoencoder</source>
        <extracomment>vaegui/families.py, vaegui/lecture.py</extracomment>
        <translation>Autoencoder stacked</translation>
    </message>
    <message>
        <source>Several layers on each side, trained end to end.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Più strati per lato (impilati), addestrati tutti insieme.</translation>
    </message>
    <message>
        <source>Greedy layer-wise pretraining</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Preaddestramento greedy a strati</translation>
    </message>
    <message>
        <source>The same stack, one layer at a time, each learning to reproduce the one below; then tuned as a whole.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>La stessa pila, uno strato alla volta, e ognuno impara a riprodurre quello sotto; poi un fine-tuning dell’insieme.</translation>
    </message>
    <message>
        <source>Noise goes in, the clean image is asked for: identity is no longer enough.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Entra il rumore, si chiede l’immagine pulita: l’identità non basta più.</translation>
    </message>
    <message>
        <source>VAE, Bernoulli decoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>VAE, decoder di Bernoulli</translation>
    </message>
    <message>
        <source>Pixels on or off, drawn anew each time: p(x|z) = Bernoulli.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Pixel accesi o spenti, estratti di nuovo ogni volta: p(x|z) = Bernoulli.</translation>
    </message>
    <message>
        <source>VAE, Gaussian decoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>VAE, decoder gaussiano</translation>
    </message>
    <message>
        <source>Grey pixels with σ² = ½: the lecture&apos;s loss (x − x̂)² + KL, up to a constant.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Pixel grigi con σ² = ½: la loss del corso (x − x̂)² + KL, a meno di una costante.</translation>
    </message>
    <message>
        <source>VAE, Gaussian decoder with learned σ²(z)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>VAE, decoder gaussiano con σ²(z) appresa</translation>
    </message>
    <message>
        <source>The decoder also says how sure it is of each pixel; see σ²(z) beside the decoded mean.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Il decoder dice anche quanto è sicuro di ogni pixel; vedi σ²(z) accanto alla media decodificata.</translation>
    </message>
    <message>
        <source>VAE, continuous Bernoulli decoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>VAE, decoder di Bernoulli continua</translation>
    </message>
    <message>
        <source>The proper likelihood for grey pixels in 0…1 where cross-entropy is only a score.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>La verosimiglianza giusta per pixel grigi in 0…1, dove la cross-entropy è solo un punteggio.</translation>
    </message>
    <message>
        <source>Denoising VAE</source>
        <extracomment>vaegui/families.py, vaegui/lecture.py</extracomment>
        <translation>Denoising VAE</translation>
    </message>
    <message>
        <source>The encoder sees noise, the decoder is asked for the clean image.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>L’encoder vede il rumore, al decoder si chiede l’immagine pulita.</translation>
    </message>
    <message>
        <source>β-VAE with warm-up</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>β-VAE con warm-up</translation>
    </message>
    <message>
        <source>Weighs the rate by β, and lets β rise from 0 so that codes find their places first.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Pesa il tasso con β, e fa salire β da 0 perché i codici trovino prima il loro posto.</translation>
    </message>
    <message>
        <source>Importance-weighted bound (IWAE)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Limite pesato per importanza (IWAE)</translation>
    </message>
    <message>
        <source>A bound from K samples of z that tightens as K grows.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Un limite da K campioni di z, che si stringe al crescere di K.</translation>
    </message>
    <message>
        <source>a text has signs in it that cannot be seen</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>un testo contiene segni invisibili</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a run</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>“{name}” non può essere il nome di una run</translation>
    </message>
    <message>
        <source>The lesson has no steps yet. Set the window up, and add what it shows as a step.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation>La lezione non ha ancora passi. Prepara la finestra, e aggiungi come passo ciò che mostra.</translation>
    </message>
    <message>
        <source>Import it again; its images are where they always were.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Importalo di nuovo; le sue immagini sono dove sono sempre state.</translation>
    </message>
    <message>
        <source>other programs keep writing it</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>altri programmi continuano a scriverlo</translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>vaegui/library.py, vaegui/ui/figures/dialog.py</extracomment>
        <translation>Larghezza</translation>
    </message>
    <message>
        <source>Pixels in a row. Images that have the wanted size stay exactly as they are; others are resampled.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Pixel in una riga. Le immagini della dimensione voluta restano esattamente come sono; le altre sono ricampionate.</translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>vaegui/library.py, vaegui/ui/figures/dialog.py</extracomment>
        <translation>Altezza</translation>
    </message>
    <message>
        <source>Rows of pixels.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Righe di pixel.</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Adattamento</translation>
    </message>
    <message>
        <source>What is done with an image of other proportions: its middle is cut out, black bars are put beside it, or it is stretched.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Che cosa si fa di un’immagine di altre proporzioni: si ritaglia il centro, si aggiungono barre nere, o la si deforma.</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>vaegui/library.py, vaegui/ui/films/dialog.py</extracomment>
        <translation>Colori</translation>
    </message>
    <message>
        <source>One grey value for each pixel (luma of Rec. 601), or red, green and blue.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Un valore di grigio per ogni pixel (luma secondo Rec. 601), o rosso, verde e blu.</translation>
    </message>
    <message>
        <source>Invert</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Inverti</translation>
    </message>
    <message>
        <source>Dark on light becomes light on dark; black bars stay black.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Scuro su chiaro diventa chiaro su scuro; le barre nere restano nere.</translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Use the labels that were found (a folder for each class, or a file of labels), or none.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Usa le etichette trovate (una cartella per classe, o un file di etichette), o nessuna.</translation>
    </message>
    <message>
        <source>Test share</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Quota di test</translation>
    </message>
    <message>
        <source>Share of the images held out for testing, where the source has no test images of its own.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Quota delle immagini riservata al test, se l’origine non ha immagini di test proprie.</translation>
    </message>
    <message>
        <source>its labels are none of its classes</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>le etichette non corrispondono alle classi</translation>
    </message>
    <message>
        <source>its factors are not finite numbers</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>i fattori non sono numeri finiti</translation>
    </message>
    <message>
        <source>The dataset needs a name.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Il dataset ha bisogno di un nome.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a folder. Choose another one.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>“{name}” non può essere il nome di una cartella. Scegline un altro.</translation>
    </message>
    <message>
        <source>file {path}</source>
        <extracomment>vaegui/library.py, vaegui/runs.py</extracomment>
        <translation>file {path}</translation>
    </message>
    <message>
        <source>it does not say whether it was made from another dataset</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>non dice se è derivato da un altro dataset</translation>
    </message>
    <message>
        <source>it has what only one made from another dataset has</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>ha ciò che ha solo chi deriva da un altro dataset</translation>
    </message>
    <message>
        <source>there are too many factors</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>i fattori sono troppi</translation>
    </message>
    <message>
        <source>there are more pixels than fit</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>i pixel sono più di quanti ce ne stiano</translation>
    </message>
    <message>
        <source>there are too many classes</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>le classi sono troppe</translation>
    </message>
    <message>
        <source>cut out the middle</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>ritaglia il centro</translation>
    </message>
    <message>
        <source>add black bars</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>aggiungi barre nere</translation>
    </message>
    <message>
        <source>red, green and blue</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>rosso, verde e blu</translation>
    </message>
    <message>
        <source>as they were found</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>come trovate</translation>
    </message>
    <message>
        <source>None of the images in {path} that were tried can be read. {problems}</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Nessuna delle immagini provate in {path} si può leggere. {problems}</translation>
    </message>
    <message>
        <source>Training and test images do not both lie in folders of classes, so that there are no labels.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Le immagini di addestramento e di test non stanno entrambe in cartelle di classi: quindi non ci sono etichette.</translation>
    </message>
    <message>
        <source>Most images lie in no folder of a class, so that there are no labels.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>La maggior parte delle immagini non sta in una cartella di classe: quindi non ci sono etichette.</translation>
    </message>
    <message>
        <source>All numbers seem to be 0 or 1, of 255. If 1 is white, save the array as bool.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Tutti i numeri sembrano 0 o 1, su 255. Se 1 è bianco, salva l’array come bool.</translation>
    </message>
    <message>
        <source>0…255 or 0…65535</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>0…255 o 0…65535</translation>
    </message>
    <message>
        <source>0…1, −1…1 or 0…255</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>0…1, −1…1 o 0…255</translation>
    </message>
    <message>
        <source>The labels are not used: some are texts and some are numbers.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Le etichette non sono usate: alcune sono testi e altre numeri.</translation>
    </message>
    <message>
        <source>{folder} holds several datasets of IDX files. Choose one of the files with images.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{folder} contiene più dataset di file IDX. Scegli uno dei file con le immagini.</translation>
    </message>
    <message>
        <source>There is no {path}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{path} non esiste.</translation>
    </message>
    <message>
        <source>The name of that folder or file is no text. Rename it and try again.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Il nome di quella cartella o di quel file non è testo. Rinominala e riprova.</translation>
    </message>
    <message>
        <source>There are no images (PNG, JPEG, GIF, BMP, WebP, TIFF) in {path}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Non ci sono immagini (PNG, JPEG, GIF, BMP, WebP, TIFF) in {path}.</translation>
    </message>
    <message>
        <source>The labels are not used: they are broken.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Le etichette non sono usate: sono danneggiate.</translation>
    </message>
    <message>
        <source>they are no whole numbers</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>non sono numeri interi</translation>
    </message>
    <message>
        <source>variational autoencoder</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>autoencoder variazionale</translation>
    </message>
    <message>
        <source>exact EM in 2-D</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>EM esatto in 2-D</translation>
    </message>
    <message>
        <source>independent pixels</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>pixel indipendenti</translation>
    </message>
    <message>
        <source>Family</source>
        <extracomment>vaegui/models.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>Famiglia</translation>
    </message>
    <message>
        <source>A variational autoencoder; an autoencoder with a deterministic code; a decoder fitted by exact EM on a latent grid, its encoder afterwards; or independent pixels, without latent variables.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Un autoencoder variazionale; un autoencoder con un codice deterministico; un decoder adattato con EM esatto su una griglia latente, e poi il suo encoder; o pixel indipendenti, senza variabili latenti.</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>vaegui/models.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>Rete</translation>
    </message>
    <message>
        <source>Fully connected layers, or strided convolutions that halve the image at each layer.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Strati completamente connessi, o convoluzioni con stride che dimezzano l’immagine a ogni strato.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Strati nascosti</translation>
    </message>
    <message>
        <source>Units (or channels) of each encoder layer; the decoder has the same in reverse. None at all makes encoder and decoder linear.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Unità (o canali) di ogni strato dell’encoder; il decoder ha le stesse all’inverso. Senza nessuno, encoder e decoder sono lineari.</translation>
    </message>
    <message>
        <source>Activation</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Attivazione</translation>
    </message>
    <message>
        <source>The nonlinearity between layers.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>La non linearità fra gli strati.</translation>
    </message>
    <message>
        <source>Latent size D</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Dim. latente D</translation>
    </message>
    <message>
        <source>Likelihood p(x|z)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Verosim. p(x|z)</translation>
    </message>
    <message>
        <source>What the decoder says about a pixel: on or off; a grey value between them (continuous Bernoulli); a grey value with the same variance σ² everywhere; or one with its own learned σ²(z).</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Che cosa dice il decoder di un pixel: acceso o spento; un valore di grigio fra i due (Bernoulli continua); un grigio con la stessa varianza σ² ovunque; o uno con la propria σ²(z) appresa.</translation>
    </message>
    <message>
        <source>Binarisation</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Binarizzazione</translation>
    </message>
    <message>
        <source>How grey pixels become the on/off values a Bernoulli describes: pixel &gt; ½, or a fresh draw x ~ Bernoulli(grey) each time; none scores grey values by cross-entropy, which is not a log-likelihood.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Come i pixel grigi diventano i valori acceso/spento che una Bernoulli descrive: pixel &gt; ½, o un’estrazione x ~ Bernoulli(grigio) ogni volta nuova; nessuna valuta i grigi con l’entropia incrociata, che non è una log-verosimiglianza.</translation>
    </message>
    <message>
        <source>Pixel mean μ(z)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Media pixel μ(z)</translation>
    </message>
    <message>
        <source>The decoder&apos;s output squashed into 0…1 by a sigmoid, or left as it is (linear), as in PCA.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>L’uscita del decoder compressa in 0…1 da una sigmoide, o lasciata com’è (lineare), come nella PCA.</translation>
    </message>
    <message>
        <source>Pixel variance σ²</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Varianza pixel σ²</translation>
    </message>
    <message>
        <source>Variance of every pixel; ½ makes the loss the lecture&apos;s (x − x̂)² + rate, up to a constant.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Varianza di ogni pixel; con ½ la loss è quella del corso, (x − x̂)² + tasso, a meno di una costante.</translation>
    </message>
    <message>
        <source>Gaussian, σ² = {variance:g}</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>gaussiana, σ² = {variance:g}</translation>
    </message>
    <message>
        <source>continuous Bernoulli</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Bernoulli continua</translation>
    </message>
    <message>
        <source>exact EM works on a grid of two latent dimensions: latent size D must be 2</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>EM esatto lavora su una griglia di due dimensioni latenti: la dimensione latente D deve essere 2</translation>
    </message>
    <message>
        <source>Gaussian, learned σ²</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>gaussiana, σ² appresa</translation>
    </message>
    <message>
        <source>cross-entropy on grey pixels</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>entropia incrociata su pixel grigi</translation>
    </message>
    <message>
        <source>Bernoulli, pixels &gt; ½</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Bernoulli, pixel &gt; ½</translation>
    </message>
    <message>
        <source>Bernoulli, dynamic binarisation</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Bernoulli, binarizzazione dinamica</translation>
    </message>
    <message>
        <source>fully connected</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>completamente connessa</translation>
    </message>
    <message>
        <source>Gaussian, fixed σ²</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>gaussiana, σ² fissa</translation>
    </message>
    <message>
        <source>Gaussian, learned σ²(z)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>gaussiana, σ²(z) appresa</translation>
    </message>
    <message>
        <source>none (cross-entropy)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>nessuna (entropia incrociata)</translation>
    </message>
    <message>
        <source>better pictures from codes that say less</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>immagini migliori da codici che dicono meno</translation>
    </message>
    <message>
        <source>codes and pixels both cost more</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>codici e pixel costano entrambi di più</translation>
    </message>
    <message>
        <source>codes that say as much are drawn better</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>codici che dicono altrettanto sono disegnati meglio</translation>
    </message>
    <message>
        <source>codes that say as much are drawn worse</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>codici che dicono altrettanto sono disegnati peggio</translation>
    </message>
    <message>
        <source>codes say more, and pictures do not gain</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>i codici dicono di più, e le immagini non ci guadagnano</translation>
    </message>
    <message>
        <source>the same pictures from cheaper codes</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>le stesse immagini da codici meno cari</translation>
    </message>
    <message>
        <source>without a code it is known exactly</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>senza codice si conosce esattamente</translation>
    </message>
    <message>
        <source>the E-step is exact, so the bound is log p(x) itself</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>il passo E è esatto, quindi il limite è proprio log p(x)</translation>
    </message>
    <message>
        <source>an autoencoder has no rate</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>un autoencoder non ha tasso</translation>
    </message>
    <message>
        <source>nats spent on codes are repaid in pixels</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>i nat spesi nei codici sono ripagati nei pixel</translation>
    </message>
    <message>
        <source>codes cost more nats than they save</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>i codici costano più nat di quanti ne risparmino</translation>
    </message>
    <message>
        <source>codes save more nats than pixels lose</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>i codici risparmiano più nat di quanti ne perdano i pixel</translation>
    </message>
    <message>
        <source>pixels lose more nats than codes save</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>i pixel perdono più nat di quanti ne risparmino i codici</translation>
    </message>
    <message>
        <source>the decoder rests</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>il decoder riposa</translation>
    </message>
    <message>
        <source>The image</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>L’immagine</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <extracomment>vaegui/pictures.py, vaegui/storing.py</extracomment>
        <translation>non è un file ordinario</translation>
    </message>
    <message>
        <source>{path} is not a plain file and was left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{path} non è un file ordinario: resta escluso.</translation>
    </message>
    <message>
        <source>{path} leads outside of the folder and was left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{path} porta fuori dalla cartella: resta escluso.</translation>
    </message>
    <message>
        <source>raw pixels</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>pixel grezzi</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>primi vicini</translation>
    </message>
    <message>
        <source>linear probe</source>
        <extracomment>vaegui/probes.py, the glossary</extracomment>
        <translation>sonda lineare</translation>
    </message>
    <message>
        <source>The images of {dataset} have no labels: there is nothing to classify.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>Le immagini di {dataset} non hanno etichette: non c’è nulla da classificare.</translation>
    </message>
    <message>
        <source>Independent pixels have no codes: there is nothing to classify by.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>I pixel indipendenti non hanno codici: non c’è nulla in base a cui classificare.</translation>
    </message>
    <message>
        <source>A classifier needs labelled images of at least two classes.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>Un classificatore ha bisogno di immagini etichettate di almeno due classi.</translation>
    </message>
    <message>
        <source>Independent pixels have no encoder to make a classifier of.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>I pixel indipendenti non hanno un encoder con cui fare un classificatore.</translation>
    </message>
    <message>
        <source>This encoder has no hidden layers: without its code layer there is nothing left to start from.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>Questo encoder non ha strati nascosti: tolto lo strato del codice, non resta nulla da cui partire.</translation>
    </message>
    <message>
        <source>all labels</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>tutte le etichette</translation>
    </message>
    <message>
        <source>Independent pixels are fitted at once, in closed form: there is nothing to continue.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>I pixel indipendenti si adattano in una volta sola, in forma chiusa: non c’è nulla da continuare.</translation>
    </message>
    <message>
        <source>There was not enough memory. Try a smaller batch size ({smaller} in place of {batch_size}) or a smaller network. The epochs finished before are kept.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>La memoria non è bastata. Prova con batch più piccoli ({smaller} invece di {batch_size}) o con una rete più piccola. Le epoche concluse prima sono conservate.</translation>
    </message>
    <message>
        <source>Training was stopped before its first step; there is nothing to keep.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>L’addestramento è stato fermato prima del primo passo; non c’è nulla da conservare.</translation>
    </message>
    <message>
        <source>{problem} What was saved before is still there.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>{problem} Ciò che era stato salvato prima c’è ancora.</translation>
    </message>
    <message>
        <source>{problem} Training waits, and goes on by itself when it can. Stop gives up what was learned since the last save.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>{problem} L’addestramento aspetta, e riprende da solo quando può. Ferma rinuncia a ciò che è stato appreso dopo l’ultimo salvataggio.</translation>
    </message>
    <message>
        <source>{folder} exists already. Choose another name.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>{folder} esiste già. Scegli un altro nome.</translation>
    </message>
    <message>
        <source>log p(x) if pixels were independent</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>log p(x) se i pixel fossero indipendenti</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a run: use letters, digits, spaces, dots and dashes.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>“{name}” non può essere il nome di una run: usa lettere, cifre, spazi, punti e trattini.</translation>
    </message>
    <message>
        <source>There is already a run called “{name}”.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>C’è già una run chiamata “{name}”.</translation>
    </message>
    <message>
        <source>The last save of “{run}” is whole: there is nothing to go back from.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>L’ultimo salvataggio di “{run}” è integro: non serve tornare indietro.</translation>
    </message>
    <message>
        <source>The save before the last one of “{run}” is damaged, too.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>Anche il penultimo salvataggio di “{run}” è danneggiato.</translation>
    </message>
    <message>
        <source>“{run}” is in use: it is open in another window, or being trained.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>“{run}” è in uso: è aperta in un’altra finestra, o in addestramento.</translation>
    </message>
    <message>
        <source>it has no columns</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>non ha colonne</translation>
    </message>
    <message>
        <source>Side</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Lato</translation>
    </message>
    <message>
        <source>Height and width of the images, in pixels.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Altezza e larghezza delle immagini, in pixel.</translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Immagini</translation>
    </message>
    <message>
        <source>Image seed</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Seme immagini</translation>
    </message>
    <message>
        <source>Which images are drawn: another seed, others of the same kind.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Quali immagini si disegnano: con un altro seme, altre dello stesso tipo.</translation>
    </message>
    <message>
        <source>Vary form</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Varia forma</translation>
    </message>
    <message>
        <source>Triangle, half disc, L or arrow, which are the classes; else all are triangles.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Triangolo, semidisco, L o freccia, che sono le classi; altrimenti tutti triangoli.</translation>
    </message>
    <message>
        <source>Vary x</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Varia x</translation>
    </message>
    <message>
        <source>The form lies anywhere from left to right.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>La forma sta ovunque da sinistra a destra.</translation>
    </message>
    <message>
        <source>Vary y</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Varia y</translation>
    </message>
    <message>
        <source>The form lies anywhere from bottom to top.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>La forma sta ovunque dal basso in alto.</translation>
    </message>
    <message>
        <source>Vary scale</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Varia scala</translation>
    </message>
    <message>
        <source>The form is small or large.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>La forma è piccola o grande.</translation>
    </message>
    <message>
        <source>Vary rotation</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Varia rotazione</translation>
    </message>
    <message>
        <source>The form is turned, by a quarter to either side at most.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>La forma è ruotata, al massimo di un quarto di giro per parte.</translation>
    </message>
    <message>
        <source>Vary hue</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Varia tinta</translation>
    </message>
    <message>
        <source>Images are in colour, from red through green to blue; else they are grey.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Le immagini sono a colori, dal rosso al blu passando per il verde; altrimenti sono grigie.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine</numerusform>
            <numerusform>{count:,} immagini</numerusform>
        </translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <extracomment>vaegui/shapes.py, vaegui/ui/plane_study.py</extracomment>
        <translation>seme {seed}</translation>
    </message>
    <message>
        <source>at least one of form, x, y, scale, rotation and hue must vary</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>almeno uno fra forma, x, y, scala, rotazione e tinta deve variare</translation>
    </message>
    <message>
        <source>Drawing shapes</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Disegno delle forme</translation>
    </message>
    <message>
        <source>Digits 8×8</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>Cifre 8×8</translation>
    </message>
    <message>
        <source>no message</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>nessun messaggio</translation>
    </message>
    <message>
        <source>there is no connection to the internet</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>non c’è connessione a internet</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>il server ha rifiutato la connessione</translation>
    </message>
    <message>
        <source>the server is out of order or too busy for the moment</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>per ora il server è fuori servizio o troppo occupato</translation>
    </message>
    <message>
        <source>the server did not hand the file out</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>il server non ha consegnato il file</translation>
    </message>
    <message>
        <source>what arrived was cut short or is not the dataset (its checksum is wrong)</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>ciò che è arrivato è troncato o non è il dataset (la somma di controllo è sbagliata)</translation>
    </message>
    <message>
        <source>what it says of the training contradicts itself</source>
        <extracomment>vaegui/state.py</extracomment>
        <translation>ciò che dice dell’addestramento si contraddice</translation>
    </message>
    <message>
        <source>The state of this run is broken: what it says of the random generators is none.</source>
        <extracomment>vaegui/state.py</extracomment>
        <translation>Lo stato di questa run è danneggiato: ciò che dice dei generatori casuali non ne è uno.</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <extracomment>vaegui/storing.py</extracomment>
        <translation>la tua quota del disco è esaurita</translation>
    </message>
    <message>
        <source>its SHA-256 is another</source>
        <extracomment>vaegui/storing.py</extracomment>
        <translation>il suo SHA-256 è un altro</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <extracomment>vaegui/storing.py</extracomment>
        <translation>lo usa un altro programma</translation>
    </message>
    <message>
        <source>its header is broken</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation>l’intestazione è danneggiata</translation>
    </message>
    <message>
        <source>its size is not that of its tensors</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation>la dimensione non è quella dei suoi tensori</translation>
    </message>
    <message>
        <source>it is no table of tensors, or was cut short</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation>non è una tabella di tensori, o è troncato</translation>
    </message>
    <message>
        <source>its tensors overlap, or leave gaps</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation>i tensori si sovrappongono, o lasciano vuoti</translation>
    </message>
    <message>
        <source>Training needs at least two images: one to learn from, one to validate with.</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation>L’addestramento ha bisogno di almeno due immagini: una da cui imparare, una con cui validare.</translation>
    </message>
    <message>
        <source>The state of this run is of a training with other images or settings: it cannot go on.</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation>Lo stato di questa run è di un addestramento con altre immagini o impostazioni: non può continuare.</translation>
    </message>
    <message numerus="yes">
        <source>This is one of {count} such exceptions so far.</source>
        <extracomment>vaegui/ui/alarm.py</extracomment>
        <translation>
            <numerusform>Questa è una di {count} eccezioni di questo tipo finora.</numerusform>
            <numerusform>Questa è una di {count} eccezioni di questo tipo finora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag the target over the codes, or click an image in the strips: its bound shows here.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Trascina il bersaglio sui codici, o fai clic su un’immagine nelle strisce: il suo limite appare qui.</translation>
    </message>
    <message>
        <source>The chosen image</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>L’immagine scelta</translation>
    </message>
    <message>
        <source>&lt;b&gt;Residual&lt;/b&gt;: log p(x) − ELBO − KL. The ELBO is a sum over Gauss–Hermite nodes under q, the KL one over a lattice around q; it would be zero if both were exact.&lt;br&gt;&lt;b&gt;Halving&lt;/b&gt;: how exact log p(x) itself is. By so much it changed when the spacing of its grid was halved the last time; what is left is far less.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>&lt;b&gt;Residuo&lt;/b&gt;: log p(x) − ELBO − KL. L’ELBO è una somma sui nodi di Gauss–Hermite sotto q, la KL una somma su un reticolo attorno a q; sarebbe zero se entrambe fossero esatte.&lt;br&gt;&lt;b&gt;Dimezzamento&lt;/b&gt;: quanto è esatto log p(x) stesso. Di tanto è cambiato quando il passo della griglia è stato dimezzato l’ultima volta; ciò che resta è molto meno.</translation>
    </message>
    <message>
        <source>Optimise &amp;q</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Ottimizza &amp;q</translation>
    </message>
    <message>
        <source>Encoder’s q</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>q dell’encoder</translation>
    </message>
    <message>
        <source>&amp;full covariance</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>c&amp;ovarianza piena</translation>
    </message>
    <message>
        <source>Let q be correlated: an ellipse that may lie askew</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Ammetti correlazioni in q: un’ellisse che può stare inclinata</translation>
    </message>
    <message>
        <source>F&amp;ilm…</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Fi&amp;lmato…</translation>
    </message>
    <message>
        <source>Make a GIF or an MP4 of q on its way from what the encoder says to the best</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Crea una GIF o un MP4 di q nel suo cammino da ciò che dice l’encoder all’ottimo</translation>
    </message>
    <message>
        <source>The bound, part by part</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Il limite, parte per parte</translation>
    </message>
    <message>
        <source>So log p(x) is usually estimated. It is too low where q misses a part of the posterior, and the draws cannot tell.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Così si stima di solito log p(x). È troppo basso dove q non copre una parte del posterior, e i campioni non possono rivelarlo.</translation>
    </message>
    <message>
        <source>Move q step by step from what the encoder says to the best Gaussian for this image alone.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Porta q, passo dopo passo, da ciò che dice l’encoder alla migliore gaussiana per questa sola immagine.</translation>
    </message>
    <message>
        <source>Go back to the encoder’s q.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation>Torna alla q dell’encoder.</translation>
    </message>
    <message>
        <source>Here is no q to optimise towards an exact posterior: that takes a trained encoder, and codes of one or two dimensions.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Qui non c’è una q da ottimizzare verso un posterior esatto: servono un encoder addestrato e codici a una o due dimensioni.</translation>
    </message>
    <message>
        <source>Codes of more than two dimensions cannot be summed over: log p(x) is estimated by importance sampling, and the gap is what it leaves.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Su codici di più di due dimensioni non si può sommare: log p(x) è stimato con il campionamento per importanza, e il divario è ciò che ne risulta.</translation>
    </message>
    <message>
        <source>less than 0.00001</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>meno di 0.00001</translation>
    </message>
    <message>
        <source>This model gives images no probability, so there is nothing that an ELBO could be a bound on.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Questo modello non dà una probabilità alle immagini: non c’è nulla di cui un ELBO possa essere un limite inferiore.</translation>
    </message>
    <message>
        <source>Without latent variables log p(x) needs no bound: it is known in closed form.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Senza variabili latenti log p(x) non ha bisogno di un limite inferiore: si conosce in forma chiusa.</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained, and there are too many dimensions for a grid.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Questa run è stata fermata prima di addestrare l’encoder, e le dimensioni sono troppe per una griglia.</translation>
    </message>
    <message>
        <source>The bound needs the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Per il limite servono le immagini di test: vedi Ricostruzione.</translation>
    </message>
    <message>
        <source>This run has no trained encoder, so there is no q.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Questa run non ha un encoder addestrato, quindi non c’è q.</translation>
    </message>
    <message>
        <source>The best q is in another place than the one that the encoder’s q was drawn to.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>La miglior q è in un posto diverso da quello verso cui è stata attratta la q dell’encoder.</translation>
    </message>
    <message>
        <source>Colours of the points</source>
        <extracomment>vaegui/ui/colour_bar.py</extracomment>
        <translation>Colori dei punti</translation>
    </message>
    <message>
        <source>{title}: from the lowest to the highest, but for {outliers:g} % of the images at each end, which have the colours of the ends</source>
        <extracomment>vaegui/ui/colour_bar.py</extracomment>
        <translation>{title}: dal minimo al massimo, tranne il {outliers:g} % delle immagini a ciascun estremo, che ha i colori degli estremi</translation>
    </message>
    <message>
        <source>Ink</source>
        <extracomment>vaegui/ui/colouring.py, vaegui/ui/draw_panel.py, vaegui/ui/map_switches.py</extracomment>
        <translation>Inchiostro</translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <extracomment>vaegui/ui/colouring.py, vaegui/ui/map_switches.py</extracomment>
        <translation>Errore di ricostruzione</translation>
    </message>
    <message>
        <source>The colours need the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Per i colori servono le immagini di test: vedi Ricostruzione.</translation>
    </message>
    <message>
        <source>The codes of this run are not those of the test images that are here.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>I codici di questa run non sono quelli delle immagini di test presenti.</translation>
    </message>
    <message>
        <source>Without a trained encoder nothing can be passed through this model.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Senza un encoder addestrato nulla può attraversare questo modello.</translation>
    </message>
    <message>
        <source>This model gives images no probability, and so has no ELBO.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Questo modello non dà una probabilità alle immagini, quindi non ha un ELBO.</translation>
    </message>
    <message>
        <source>These images were not generated from known factors.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Queste immagini non sono generate da fattori noti.</translation>
    </message>
    <message>
        <source>Map</source>
        <extracomment>vaegui/exports/web.py, vaegui/ui/commands.py, vaegui/ui/help/keys.py</extracomment>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>It is open.</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation>È aperta.</translation>
    </message>
    <message>
        <source>Runs</source>
        <extracomment>vaegui/ui/commands.py, vaegui/ui/runs_panel.py, vaegui/ui/window.py</extracomment>
        <translation>Run</translation>
    </message>
    <message>
        <source>Panels</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation>Pannelli</translation>
    </message>
    <message>
        <source>Datasets</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>latent variable</source>
        <extracomment>the glossary</extracomment>
        <translation>variabile latente</translation>
    </message>
    <message>
        <source>importance sampling</source>
        <extracomment>the glossary</extracomment>
        <translation>campionamento per importanza</translation>
    </message>
    <message>
        <source>amortised inference</source>
        <extracomment>the glossary</extracomment>
        <translation>inferenza ammortizzata</translation>
    </message>
    <message>
        <source>maximum likelihood</source>
        <extracomment>the glossary</extracomment>
        <translation>massima verosimiglianza</translation>
    </message>
    <message>
        <source>from {minimum:g} to {maximum:g}</source>
        <extracomment>vaegui/ui/config_form.py</extracomment>
        <translation>da {minimum:g} a {maximum:g}</translation>
    </message>
    <message>
        <source>Click an image, or press Enter on it, to send the target to its code</source>
        <extracomment>vaegui/ui/contact_sheet.py</extracomment>
        <translation>Fai clic su un’immagine, o premi Invio su di essa, per mandare il bersaglio sul suo codice</translation>
    </message>
    <message>
        <source>decoded at ({x}, {y})</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>decodificata in ({x}, {y})</translation>
    </message>
    <message>
        <source>test image {row}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>immagine di test {row}</translation>
    </message>
    <message>
        <source>test image {row:,}, “{name}”</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>immagine di test {row:,}, “{name}”</translation>
    </message>
    <message>
        <source>Set a pin &amp;here</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Metti &amp;qui una puntina</translation>
    </message>
    <message>
        <source>test image {row:,}</source>
        <extracomment>vaegui/ui/contact_sheet.py, vaegui/ui/context_menus.py, vaegui/ui/dimensions.py, vaegui/ui/map_driver.py</extracomment>
        <translation>immagine di test {row:,}</translation>
    </message>
    <message>
        <source>Copied: z = ({x}, {y}).</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Copiato: z = ({x}, {y}).</translation>
    </message>
    <message>
        <source>decoded by the second run</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>decodificata dalla seconda run</translation>
    </message>
    <message>
        <source>variance of the decoded pixels</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>varianza dei pixel decodificati</translation>
    </message>
    <message>
        <source>Put it on the &amp;pad</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Mettila sul &amp;foglio</translation>
    </message>
    <message>
        <source>Send the &amp;target to its code</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Manda il &amp;bersaglio sul suo codice</translation>
    </message>
    <message>
        <source>Put the test image on the &amp;pad</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Metti l’immagine di test sul &amp;foglio</translation>
    </message>
    <message>
        <source>Look at its &amp;bound</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Guarda il suo &amp;limite</translation>
    </message>
    <message>
        <source>Send the &amp;target there</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Manda lì il &amp;bersaglio</translation>
    </message>
    <message>
        <source>No file manager answered. The run is in {folder}.</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Nessun gestore di file ha risposto. La run è in {folder}.</translation>
    </message>
    <message>
        <source>decoded image</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>immagine decodificata</translation>
    </message>
    <message>
        <source>New dataset</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Nuovo dataset</translation>
    </message>
    <message>
        <source>They are split anew: a fifth of each class is held out for testing</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Sono suddivise di nuovo: un quinto di ogni classe è riservato al test</translation>
    </message>
    <message>
        <source>Training and test images; click a class in the legend to hide it</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Immagini di addestramento e di test; fai clic su una classe nella legenda per nasconderla</translation>
    </message>
    <message>
        <source>Class of the selected images</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Classe delle immagini selezionate</translation>
    </message>
    <message>
        <source>an old class or a new one</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>una classe esistente o una nuova</translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>Nome del dataset</translation>
    </message>
    <message>
        <source>What the dataset, and the runs that are trained on it, will be called</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>Come si chiameranno il dataset e le run addestrate su di esso</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/few_labels_panel.py, vaegui/ui/films/dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>Nome</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>C&amp;rea</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/dataset_store.py, vaegui/ui/dimensions_panel.py, vaegui/ui/exporting.py, vaegui/ui/factors_panel.py, vaegui/ui/few_labels_panel.py, vaegui/ui/figures/dialog.py, vaegui/ui/films/dialog.py, vaegui/ui/import_dialog.py, vaegui/ui/lessons/teaching.py, vaegui/ui/measure_row.py, vaegui/ui/selection_panel.py, vaegui/ui/train_panel.py</extracomment>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Name the class that the selected images are of.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Indica la classe delle immagini selezionate.</translation>
    </message>
    <message>
        <source>A fifth of each class is held out for testing.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Un quinto di ogni classe è riservato al test.</translation>
    </message>
    <message>
        <source>Select images on the map, or hide some classes in its legend, and come back.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Seleziona immagini sulla mappa, o nascondi alcune classi nella sua legenda, e torna qui.</translation>
    </message>
    <message>
        <source>Training images come along, so that a model can be trained on it at once.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>Le immagini di addestramento sono incluse: vi si può addestrare subito un modello.</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>vaegui/ui/dataset_gate.py, vaegui/ui/dataset_store.py</extracomment>
        <translation>Scarica</translation>
    </message>
    <message>
        <source>Point to a &amp;folder…</source>
        <extracomment>vaegui/ui/dataset_gate.py</extracomment>
        <translation>Indica una cart&amp;ella…</translation>
    </message>
    <message>
        <source>Download {megabytes:.0f} MB</source>
        <extracomment>vaegui/ui/dataset_gate.py, vaegui/ui/desk.py, vaegui/ui/lessons/bar.py</extracomment>
        <translation>Scarica {megabytes:.0f} MB</translation>
    </message>
    <message>
        <source>Dataset</source>
        <extracomment>vaegui/ui/dataset_store.py, vaegui/ui/runs_panel.py, vaegui/ui/train_panel.py</extracomment>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>&lt;b&gt;σ²(z)&lt;/b&gt;&lt;br&gt;How unsure the decoder is of each pixel: its learned variance, dark 0, bright the most</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>&lt;b&gt;σ²(z)&lt;/b&gt;&lt;br&gt;Quanto il decoder è incerto di ogni pixel: la varianza appresa, scuro 0, chiaro il massimo</translation>
    </message>
    <message>
        <source>Variance of the decoded pixels</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>Varianza dei pixel decodificati</translation>
    </message>
    <message>
        <source>Image decoded by the second run</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>Immagine decodificata dalla seconda run</translation>
    </message>
    <message>
        <source>The mean of p(x|z) of the second run, at the target of its own map</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>La media di p(x|z) della seconda run, al bersaglio della sua mappa</translation>
    </message>
    <message>
        <source>Here the mean of p(x|z) at the target.</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>Qui la media di p(x|z) al bersaglio.</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Tipo di rumore</translation>
    </message>
    <message>
        <source>Noise level, in per cent</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Livello del rumore, in percentuale</translation>
    </message>
    <message>
        <source>Noise level in per cent: the standard deviation of the Gaussian, in parts of the range from black to white, or the share of pixels hit</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Livello del rumore in percentuale: la deviazione standard della gaussiana, come parte dell’intervallo dal nero al bianco, o la quota di pixel colpiti</translation>
    </message>
    <message>
        <source>Ne&amp;w noise</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>&amp;Genera rumore</translation>
    </message>
    <message>
        <source>Draw the noise anew</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Estrai un nuovo rumore</translation>
    </message>
    <message>
        <source>Level, %</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Livello, %</translation>
    </message>
    <message>
        <source>from clean</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>dalla pulita</translation>
    </message>
    <message>
        <source>a test image x</source>
        <extracomment>vaegui/ui/denoising_panel.py, vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>un’immagine di test x</translation>
    </message>
    <message>
        <source>x with noise, and its PSNR against x in dB</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>x con il rumore, e il suo PSNR rispetto a x in dB</translation>
    </message>
    <message>
        <source>what the model makes of the noisy image, and its PSNR against x</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>ciò che il modello fa dell’immagine rumorosa, e il suo PSNR rispetto a x</translation>
    </message>
    <message>
        <source>what the model makes of x itself, and its PSNR: a yardstick for the denoised one</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>ciò che il modello fa di x stessa, e il suo PSNR: un metro di paragone per la ripulita</translation>
    </message>
    <message>
        <source>“{name}” can be trained on now.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Ora si può addestrare su “{name}”.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Avvio…</translation>
    </message>
    <message>
        <source>Open a run</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Apri una run</translation>
    </message>
    <message>
        <source>A training is running. Stop or cancel it before you open another run.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>È in corso un addestramento. Fermalo o annullalo prima di aprire un’altra run.</translation>
    </message>
    <message>
        <source>&amp;Read again…</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/menus.py</extracomment>
        <translation>&amp;Rileggi…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/menus.py</extracomment>
        <translation>Ri&amp;muovi</translation>
    </message>
    <message>
        <source>The images of “{name}” are not on this machine. Import them under this name (menu Data), and one can train on them.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Le immagini di “{name}” non sono su questa macchina. Importale con questo nome (menu Dati) e vi si potrà addestrare.</translation>
    </message>
    <message>
        <source>A training is running. Stop or cancel it before you continue another run.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>È in corso un addestramento. Fermalo o annullalo prima di continuare un’altra run.</translation>
    </message>
    <message>
        <source>Discard this training?</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Scartare questo addestramento?</translation>
    </message>
    <message>
        <source>Discard moves what was saved of it so far to the trash. Stop keeps it as a run.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Scarta sposta nel cestino ciò che ne è stato salvato finora. Ferma lo conserva come run.</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>È in corso un addestramento.</translation>
    </message>
    <message>
        <source>Stop it and keep what was learned, then close?</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Fermarlo, conservare ciò che è stato appreso e chiudere?</translation>
    </message>
    <message>
        <source>No run is open. Train one (left), or open a folder (Ctrl+O).</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Nessuna run aperta. Addestrane una (a sinistra), o apri una cartella (Ctrl+O).</translation>
    </message>
    <message>
        <source>No codes: its training was cut off. Continue it from the list of runs.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Nessun codice: l’addestramento è stato interrotto. Continualo dall’elenco delle run.</translation>
    </message>
    <message>
        <source>Training starts as soon as it is here.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>L’addestramento inizia appena è qui.</translation>
    </message>
    <message>
        <source>Go back</source>
        <extracomment>vaegui/ui/dialogs.py</extracomment>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <extracomment>vaegui/ui/dialogs.py</extracomment>
        <translation>&amp;Copia i dettagli</translation>
    </message>
    <message>
        <source>Let the panel float over the window, or put it back</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Stacca il pannello dalla finestra, o rimettilo al suo posto</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vaegui/ui/figures/dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Close the panel; View → Panels brings it back</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Chiudi il pannello; Vista → Pannelli lo ripristina</translation>
    </message>
    <message>
        <source>Why is this so? The formula, what its symbols are here, and the slide</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Perché è così? La formula, che cosa sono qui i suoi simboli, e la diapositiva</translation>
    </message>
    <message>
        <source>Why: {title}</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Perché: {title}</translation>
    </message>
    <message>
        <source>What the model makes of a drawing is shown while you draw.</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Mentre disegni, vedi che cosa ne fa il modello.</translation>
    </message>
    <message>
        <source>as the model sees it</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>vista dal modello</translation>
    </message>
    <message>
        <source>with noise</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>con rumore</translation>
    </message>
    <message>
        <source>what the model is given: the drawing at the model’s resolution, centred if that is switched on</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>ciò che il modello riceve: il disegno alla risoluzione del modello, centrato se richiesto</translation>
    </message>
    <message>
        <source>what the model makes of it: the mean of p(x|z) at the drawing’s code</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>ciò che il modello ne fa: la media di p(x|z) nel codice del disegno</translation>
    </message>
    <message>
        <source>the drawing with the noise of the panel Denoising</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>il disegno con il rumore del pannello Denoising</translation>
    </message>
    <message>
        <source>what the model makes of the noisy drawing</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>ciò che il modello fa del disegno rumoroso</translation>
    </message>
    <message>
        <source>Centre as MNIST is</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Centra come MNIST</translation>
    </message>
    <message>
        <source>Give the model the drawing as MNIST’s digits were prepared: scaled until it just fits into a box of 20 × 20 pixels (in proportion for images of another size), and moved until its centre of mass is in the middle. A model of MNIST knows no others. Without it, the model gets the pad as it is.</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Dai al modello il disegno preparato come le cifre di MNIST: scalato finché entra giusto in un riquadro di 20 × 20 pixel (in proporzione per immagini di altra dimensione), e spostato finché il baricentro è al centro. Un modello di MNIST non ne conosce altri. Altrimenti il modello riceve il foglio così com’è.</translation>
    </message>
    <message>
        <source>Test image</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Immagine di test</translation>
    </message>
    <message>
        <source>Put the test image that is looked at, nearest to the target, on the pad, to change it pixel by pixel (X)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Metti sul foglio l’immagine di test in esame, la più vicina al bersaglio, per cambiarla pixel per pixel (X)</translation>
    </message>
    <message>
        <source>Remove these images from here and from the map</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Rimuovi queste immagini da qui e dalla mappa</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Larghezza del pennello</translation>
    </message>
    <message>
        <source>Ink: how bright, or which colour, the brush draws</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Inchiostro: quanto chiaro, o di che colore, disegna il pennello</translation>
    </message>
    <message>
        <source>Grey level of the ink</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Livello di grigio dell’inchiostro</translation>
    </message>
    <message>
        <source>How bright the ink is, from black to white</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Quanto è chiaro l’inchiostro, dal nero al bianco</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Annulla (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y or Ctrl+Shift+Z)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Ripeti (Ctrl+Y o Ctrl+Maiusc+Z)</translation>
    </message>
    <message>
        <source>Clear the pad (Del)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Svuota il foglio (Canc)</translation>
    </message>
    <message>
        <source>the model sees</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>per il modello</translation>
    </message>
    <message>
        <source>The drawing, and what the model makes of it</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Il disegno, e ciò che il modello ne fa</translation>
    </message>
    <message>
        <source>Images from elsewhere</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Immagini da fuori</translation>
    </message>
    <message>
        <source>&amp;Remove this image</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>&amp;Rimuovi questa immagine</translation>
    </message>
    <message>
        <source>Brush (B)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Pennello (B)</translation>
    </message>
    <message>
        <source>Eraser (E, or the right button with any tool)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Gomma (E, o il tasto destro con qualsiasi strumento)</translation>
    </message>
    <message>
        <source>Single pixels of the model’s (X)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Singoli pixel del modello (X)</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained, so nothing can be passed through it.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Questa run è stata fermata prima di addestrare l’encoder: non vi si può far passare nulla.</translation>
    </message>
    <message>
        <source>EM fits the decoder first; its encoder comes last (“amortise”). Until then there is nothing to show here.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>EM adatta prima il decoder; l’encoder viene per ultimo (“ammortizza”). Fino ad allora qui non c’è nulla da mostrare.</translation>
    </message>
    <message>
        <source>Layers are being pretrained one by one; those above are still random. The whole stack is put together when it is fine-tuned.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Gli strati vengono preaddestrati uno per uno; quelli superiori sono ancora casuali. La pila si ricompone per intero nel fine-tuning.</translation>
    </message>
    <message>
        <source>Without latent variables there is one image: the mean of p(x)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Senza variabili latenti c’è una sola immagine: la media di p(x)</translation>
    </message>
    <message>
        <source>σ²(z): {low:.3f} to {high:.3f}</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>σ²(z): da {low:.3f} a {high:.3f}</translation>
    </message>
    <message>
        <source>An autoencoder has no prior to draw from. A density is fitted to its codes once training is over.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Un autoencoder non ha un prior da cui estrarre. Una densità è adattata ai suoi codici a fine addestramento.</translation>
    </message>
    <message>
        <source>The images of {name} are not the shape this run was trained on.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Le immagini di {name} non hanno la forma di quelle su cui è stata addestrata questa run.</translation>
    </message>
    <message>
        <source>draws of p(x)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>estrazioni da p(x)</translation>
    </message>
    <message>
        <source>The images of “{name}” are other ones now than those that this run was trained on.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Le immagini di “{name}” non sono più quelle su cui è stata addestrata questa run.</translation>
    </message>
    <message>
        <source>The images of “{name}” are not on this machine. Import them under this name (menu Data), and everything that needs them works again.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>Le immagini di “{name}” non sono su questa macchina. Importale con questo nome (menu Dati), e tutto ciò che ne ha bisogno funzionerà di nuovo.</translation>
    </message>
    <message>
        <source>CSV: a row for each image (*.csv)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>CSV: una riga per ogni immagine (*.csv)</translation>
    </message>
    <message>
        <source>NumPy: an array for each column (*.npz)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>NumPy: un array per ogni colonna (*.npz)</translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Parquet (*.parquet)</translation>
    </message>
    <message>
        <source>Save the selected images</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Salva le immagini selezionate</translation>
    </message>
    <message>
        <source>Given up.</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Interrotto.</translation>
    </message>
    <message>
        <source>Save the map as a web page</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Salva la mappa come pagina web</translation>
    </message>
    <message>
        <source>New folder for encoder and decoder</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Nuova cartella per encoder e decoder</translation>
    </message>
    <message>
        <source>New folder for TensorBoard</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Nuova cartella per TensorBoard</translation>
    </message>
    <message>
        <source>No run is open. Open one, or train one, and it can be exported.</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Nessuna run è aperta. Aprine o addestrane una, e la si potrà esportare.</translation>
    </message>
    <message>
        <source>Something is being written: wait for it, or cancel it.</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Una scrittura è in corso: aspetta che finisca, o annullala.</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>&amp;Apri</translation>
    </message>
    <message>
        <source>&amp;Show the folder</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>&amp;Mostra la cartella</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation>Pagina web (*.html)</translation>
    </message>
    <message>
        <source>Train on shapes: there the factors each image was drawn from are known.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>Addestra sulle forme: lì si conoscono i fattori con cui è stata disegnata ogni immagine.</translation>
    </message>
    <message>
        <source>A model is being trained. What its codes tell of the factors can be scored once it is saved.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>È in corso un addestramento. Quanto i codici dicono dei fattori si potrà valutare quando il modello sarà salvato.</translation>
    </message>
    <message>
        <source>Independent pixels have no latent variables: there is no code that could tell anything.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>I pixel indipendenti non hanno variabili latenti: non c’è un codice che possa dire qualcosa.</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained, so its images have no codes to score.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>Questa run è stata fermata prima di addestrare l’encoder: le sue immagini non hanno codici da valutare.</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <extracomment>vaegui/ui/factor_study.py, vaegui/ui/studies.py</extracomment>
        <translation>Codifica…</translation>
    </message>
    <message>
        <source>Predicting factors…</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>Previsione dei fattori…</translation>
    </message>
    <message>
        <source>&lt;b&gt;Score the factors&lt;/b&gt; asks what the codes of test images tell of the factors that the images were drawn from: which latent dimension goes with which factor, and whether each dimension tells of one factor only.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>&lt;b&gt;Valuta i fattori&lt;/b&gt; chiede che cosa dicono i codici delle immagini di test dei fattori con cui le immagini sono state disegnate: quale dimensione latente va con quale fattore, e se ogni dimensione dice di un solo fattore.</translation>
    </message>
    <message>
        <source>&lt;b&gt;|ρ|&lt;/b&gt;: Spearman’s rank correlation of a latent dimension with a factor, without its sign; for the form, whose numbers have no order, the correlation ratio η of the ranks. 1 where it always grows or falls with it.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>&lt;b&gt;|ρ|&lt;/b&gt;: correlazione per ranghi di Spearman tra una dimensione latente e un fattore, senza segno; per la forma, i cui numeri non hanno ordine, il rapporto di correlazione η dei ranghi. Vale 1 dove l’una cresce o cala sempre con l’altro.</translation>
    </message>
    <message>
        <source>&lt;b&gt;R&lt;/b&gt;: how much a latent dimension contributes to predicting a factor: its share of the decrease in variance in a random forest {cited}, times how well that predicts. So the dimensions of a factor add up to its informativeness.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>&lt;b&gt;R&lt;/b&gt;: quanto una dimensione latente contribuisce a prevedere un fattore: la sua quota della riduzione di varianza in una random forest {cited}, moltiplicata per la bontà della previsione. Così la somma sulle dimensioni dà l’informatività del fattore.</translation>
    </message>
    <message>
        <source>Score the factors</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Valuta i fattori</translation>
    </message>
    <message>
        <source>1 − the entropy of how a dimension’s importance is shared out among the factors, in units of its maximum, averaged over dimensions by their importance: 1 where each dimension tells of one factor</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>1 − l’entropia di come l’importanza di una dimensione si ripartisce tra i fattori, in unità del suo massimo, in media sulle dimensioni pesate con la loro importanza: 1 dove ogni dimensione dice di un solo fattore</translation>
    </message>
    <message>
        <source>1 − the entropy of how a factor’s importance is shared out among the dimensions, in units of its maximum, averaged over factors by their importance: 1 where each factor is told by one dimension</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>1 − l’entropia di come l’importanza di un fattore si ripartisce tra le dimensioni, in unità del suo massimo, in media sui fattori pesati con la loro importanza: 1 dove ogni fattore è detto da una sola dimensione</translation>
    </message>
    <message>
        <source>how well random forests predict the factors from all dimensions together, on images they have not seen: R², for the form (accuracy − chance) / (1 − chance), averaged over factors: 1 where codes tell all</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>quanto bene delle random forest prevedono i fattori da tutte le dimensioni insieme, su immagini che non hanno visto: R², per la forma (accuratezza − caso) / (1 − caso), in media sui fattori: 1 dove i codici dicono tutto</translation>
    </message>
    <message>
        <source>Progress of scoring</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Avanzamento della valutazione</translation>
    </message>
    <message>
        <source>Rank correlation of latent dimensions and factors</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Correlazione per ranghi tra dimensioni latenti e fattori</translation>
    </message>
    <message>
        <source>Importance of latent dimensions for factors</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Importanza delle dimensioni latenti per i fattori</translation>
    </message>
    <message>
        <source>Tables of factors and latent dimensions</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Tabelle di fattori e dimensioni latenti</translation>
    </message>
    <message>
        <source>Rank correlation |ρ|</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Correlazione per ranghi |ρ|</translation>
    </message>
    <message>
        <source>Importance R</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Importanza R</translation>
    </message>
    <message>
        <source>Compare the codes of test images with the factors they were drawn from</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Confronta i codici delle immagini di test con i fattori con cui sono state disegnate</translation>
    </message>
    <message>
        <source>&lt;b&gt;Measure&lt;/b&gt; classifies test images by their codes, knowing the labels of a few training images only, and again by raw pixels and by as many principal components: what is the code worth?&lt;br&gt;&lt;br&gt;&lt;b&gt;Fine-tune&lt;/b&gt; makes a classifier of the encoder and trains it on a few labels, once from this run’s weights and once from fresh ones: does pretraining help?</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>&lt;b&gt;Misura&lt;/b&gt; classifica le immagini di test in base ai codici, conoscendo le etichette di poche immagini di addestramento, e di nuovo in base ai pixel grezzi e ad altrettante componenti principali: quanto vale il codice?&lt;br&gt;&lt;br&gt;&lt;b&gt;Fine-tuning&lt;/b&gt; fa dell’encoder un classificatore e lo addestra su poche etichette, una volta dai pesi di questa run e una da pesi nuovi: il preaddestramento aiuta?</translation>
    </message>
    <message>
        <source>Measure</source>
        <extracomment>vaegui/ui/few_labels_panel.py, vaegui/ui/measure_row.py</extracomment>
        <translation>Misura</translation>
    </message>
    <message>
        <source>Encoder as a classifier</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Encoder classificatore</translation>
    </message>
    <message>
        <source>Share of test images that are classified right, by the number of labelled training images of each class. All classifiers meet the same labelled images.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Quota di immagini di test classificate correttamente, secondo il numero di immagini di addestramento etichettate per classe. Tutti i classificatori ricevono le stesse immagini etichettate.</translation>
    </message>
    <message>
        <source>Draws</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Estrazioni</translation>
    </message>
    <message>
        <source>&lt;b&gt;Draws&lt;/b&gt;&lt;br&gt;How often labelled images are drawn anew. Which few images have labels matters much: accuracies are means over draws, error bars ± one standard error of the mean.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>&lt;b&gt;Estrazioni&lt;/b&gt;&lt;br&gt;Quante volte si estraggono di nuovo le immagini etichettate. Conta molto quali poche immagini hanno un’etichetta: le accuratezze sono medie sulle estrazioni, le barre d’errore ± un errore standard della media.</translation>
    </message>
    <message>
        <source>Classify test images by codes, raw pixels and principal components</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Classifica le immagini di test in base a codici, pixel grezzi e componenti principali</translation>
    </message>
    <message>
        <source>Labels per class</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Etich. per classe</translation>
    </message>
    <message>
        <source>&lt;b&gt;Labels per class&lt;/b&gt;&lt;br&gt;How many training images of each class fine-tuning learns from</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>&lt;b&gt;Etichette per classe&lt;/b&gt;&lt;br&gt;Da quante immagini di addestramento di ogni classe impara il fine-tuning</translation>
    </message>
    <message>
        <source>Train the encoder, with a linear layer in place of its code, to tell classes apart: from this run’s weights, and from fresh ones</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Addestra l’encoder, con uno strato lineare al posto del codice, a distinguere le classi: dai pesi di questa run, e da pesi nuovi</translation>
    </message>
    <message>
        <source>Share of test images that are classified right while all weights learn from the labelled images: starting from the run’s encoder, and from fresh weights.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Quota di immagini di test classificate correttamente mentre tutti i pesi imparano dalle immagini etichettate: partendo dall’encoder della run, e da pesi nuovi.</translation>
    </message>
    <message>
        <source>labels per class</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>etichette per classe</translation>
    </message>
    <message>
        <source>from the run</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>dalla run</translation>
    </message>
    <message>
        <source>from scratch</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>da zero</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Annullamento…</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>accuratezza</translation>
    </message>
    <message>
        <source>What scrolls is drawn whole; of sheets of many images, as many rows as there is room for on the page.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Ciò che scorre è disegnato per intero; dei fogli di molte immagini, tante righe quante ne stanno nella pagina.</translation>
    </message>
    <message>
        <source>Pixels, without loss: for slides, documents and the web</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Pixel, senza perdite: per diapositive, documenti e web</translation>
    </message>
    <message>
        <source>Lines and text stay such, and can be edited; points and images are pixels</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Linee e testo restano tali, e si possono modificare; punti e immagini sono pixel</translation>
    </message>
    <message>
        <source>For papers: a page of exactly this size, with fonts in it; points and images are pixels</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Per articoli: una pagina esattamente di queste dimensioni, con i caratteri inclusi; punti e immagini sono pixel</translation>
    </message>
    <message>
        <source>as on screen</source>
        <extracomment>vaegui/ui/figures/dialog.py, vaegui/ui/films/dialog.py</extracomment>
        <translation>come a schermo</translation>
    </message>
    <message>
        <source>The window’s theme</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Il tema della finestra</translation>
    </message>
    <message>
        <source>White ground and black text, whatever the window’s theme is</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Fondo bianco e testo nero, qualunque sia il tema della finestra</translation>
    </message>
    <message>
        <source>Preview of the figure</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Anteprima della figura</translation>
    </message>
    <message>
        <source>Save figure: {title}</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Salva figura: {title}</translation>
    </message>
    <message>
        <source>Usual widths of a column or two in journals, and of a slide</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Larghezze usuali di una o due colonne nelle riviste, e di una diapositiva</translation>
    </message>
    <message>
        <source>&amp;Proportions as on screen</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Proporzioni come a schermo</translation>
    </message>
    <message>
        <source>The height follows the width</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>L’altezza segue la larghezza</translation>
    </message>
    <message>
        <source>Size of text and width of lines against those on screen, where 100 % is 9 pt</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Dimensione del testo e spessore delle linee rispetto allo schermo, dove 100 % è 9 pt</translation>
    </message>
    <message>
        <source>Pixels to the inch of a PNG, and in SVG and PDF of points and images</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Pixel per pollice di un PNG e, in SVG e PDF, di punti e immagini</translation>
    </message>
    <message>
        <source>Progress of saving</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Avanzamento del salvataggio</translation>
    </message>
    <message>
        <source>Images at {dpi} dpi</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Immagini a {dpi} dpi</translation>
    </message>
    <message>
        <source>Save figure</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Salva figura</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Colori</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Dimensioni</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Larghezza</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Altezza</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Test&amp;o</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>&amp;Risoluzione</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <extracomment>vaegui/ui/figures/dialog.py, vaegui/ui/reporting.py</extracomment>
        <translation>&amp;Salva…</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Non è stato salvato nulla.</translation>
    </message>
    <message>
        <source>Latent map</source>
        <extracomment>vaegui/exports/web.py, vaegui/ui/figures/export.py, vaegui/ui/latent_map.py</extracomment>
        <translation>Mappa latente</translation>
    </message>
    <message>
        <source>Cop&amp;y figure</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation>Cop&amp;ia figura</translation>
    </message>
    <message>
        <source>&amp;Save figure…</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation>&amp;Salva figura…</translation>
    </message>
    <message>
        <source>There is not enough memory for the figure. Choose fewer dots per inch.</source>
        <extracomment>vaegui/ui/figures/images.py</extracomment>
        <translation>La memoria non basta per la figura. Scegli meno punti per pollice.</translation>
    </message>
    <message>
        <source>There is not enough memory for {width:,} × {height:,} pixels. Choose fewer dots per inch.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation>La memoria non basta per {width:,} × {height:,} pixel. Scegli meno punti per pollice.</translation>
    </message>
    <message>
        <source>Tick runs in the list of runs (left) to compare them with the open one.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Spunta altre run nell’elenco delle run (a sinistra) per confrontarle con quella aperta.</translation>
    </message>
    <message>
        <source>Measure compares the runs on the same test images, image by image.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Misura confronta le run sulle stesse immagini di test, immagine per immagine.</translation>
    </message>
    <message>
        <source>nats per image</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>nat per immagine</translation>
    </message>
    <message>
        <source>The mean of the test images, in nats per image. Larger is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>La media sulle immagini di test, in nat per immagine. Più grande è meglio.</translation>
    </message>
    <message>
        <source>In nats per image. Neither more nor less is better by itself.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>In nat per immagine. Né di più né di meno è meglio di per sé.</translation>
    </message>
    <message>
        <source>In nats per image. Smaller is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>In nat per immagine. Più piccola è meglio.</translation>
    </message>
    <message>
        <source>Of the reconstruction against the grey image. Larger is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Della ricostruzione rispetto all’immagine in toni di grigio. Più grande è meglio.</translation>
    </message>
    <message>
        <source>Of what comes of the noisy image, against the clean one. Larger is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Di ciò che risulta dall’immagine rumorosa, rispetto a quella pulita. Più grande è meglio.</translation>
    </message>
    <message>
        <source>Number of test images</source>
        <extracomment>vaegui/ui/figures_panel.py, vaegui/ui/gaps_panel.py</extracomment>
        <translation>Numero di immagini di test</translation>
    </message>
    <message>
        <source>How many test images to measure on. Four times as many halve the errors and take four times as long.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Su quante immagini di test misurare. Quattro volte tante dimezzano gli errori e richiedono quattro volte il tempo.</translation>
    </message>
    <message>
        <source>Measure all runs on the same test images</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Misura tutte le run sulle stesse immagini di test</translation>
    </message>
    <message>
        <source>Stop measuring; the table stays as it is</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Smetti di misurare; la tabella resta com’è</translation>
    </message>
    <message>
        <source>Figures of the runs that are compared</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Valori delle run a confronto</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <extracomment>vaegui/ui/figures_panel.py, vaegui/ui/plane_panel.py</extracomment>
        <translation>Copia la tabella</translation>
    </message>
    <message>
        <source>mean ± standard error, {unit}</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>media ± errore standard, {unit}</translation>
    </message>
    <message>
        <source>This run does not have it.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Questa run non ha questo valore.</translation>
    </message>
    <message>
        <source>the mean difference of the same images ± its standard error</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>la differenza media sulle stesse immagini ± il suo errore standard</translation>
    </message>
    <message>
        <source>A frame of the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Un fotogramma del filmato</translation>
    </message>
    <message>
        <source>Position in the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Posizione nel filmato</translation>
    </message>
    <message>
        <source>Look through the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Scorri il filmato</translation>
    </message>
    <message>
        <source>MP4 (H.264): for slides and browsers</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>MP4 (H.264): per diapositive e browser</translation>
    </message>
    <message>
        <source>GIF: loops, plays everywhere</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>GIF: si ripete, si vede ovunque</translation>
    </message>
    <message>
        <source> per second</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation> al secondo</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Preparazione…</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} frames</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>
            <numerusform>{count:,} fotogramma</numerusform>
            <numerusform>{count:,} fotogrammi</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Salva il filmato</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>File</translation>
    </message>
    <message>
        <source>What kind of file: a GIF is larger, and has 255 colours at most</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Che tipo di file: una GIF è più grande, e ha al massimo 255 colori</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Dimensioni</translation>
    </message>
    <message>
        <source>All sizes show the same; a larger one has more pixels for it</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Tutte le dimensioni mostrano lo stesso; una più grande ha più pixel per farlo</translation>
    </message>
    <message>
        <source>Frames</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Fotogrammi</translation>
    </message>
    <message>
        <source>More frames move more smoothly; a GIF has at most 50 per second</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Con più fotogrammi il moto è più fluido; una GIF ne ha al massimo 50 al secondo</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Durata</translation>
    </message>
    <message>
        <source>From the beginning to the end, evenly</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Dall’inizio alla fine, in modo uniforme</translation>
    </message>
    <message>
        <source>The theme of the window, or a white ground for slides and print</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>Il tema della finestra, o un fondo bianco per diapositive e stampa</translation>
    </message>
    <message>
        <source>&amp;Save film…</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>&amp;Salva filmato…</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <extracomment>vaegui/ui/films/dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>Non è stato conservato nulla.</translation>
    </message>
    <message>
        <source>There is no path to film: set two pins on the map first (the path tool, W).</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Non c’è un percorso da filmare: prima metti due puntine sulla mappa (lo strumento percorso, W).</translation>
    </message>
    <message>
        <source>The path is still being looked for: ask again in a moment.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Il percorso si sta ancora cercando: riprova fra un momento.</translation>
    </message>
    <message>
        <source>No training was watched since the program was started: train a model, and film it then or meanwhile.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Da quando il programma è aperto non è stato seguito nessun addestramento: addestra un modello, e filmalo dopo o nel frattempo.</translation>
    </message>
    <message>
        <source>The training has only just begun: ask again in a moment.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>L’addestramento è appena cominciato: riprova fra un momento.</translation>
    </message>
    <message numerus="yes">
        <source>Painting {count:,} frames…</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>
            <numerusform>Disegno {count:,} fotogramma…</numerusform>
            <numerusform>Disegno {count:,} fotogrammi…</numerusform>
        </translation>
    </message>
    <message>
        <source>The test images are no longer there, so there is nothing to film.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Le immagini di test non ci sono più, quindi non c’è nulla da filmare.</translation>
    </message>
    <message>
        <source>Looking for the best q…</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Ricerca della q migliore…</translation>
    </message>
    <message>
        <source>Writing the film…</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Scrittura del filmato…</translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Addestramento</translation>
    </message>
    <message>
        <source>thin: training · thick: validation</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>sottile: addestramento · spessa: validazione</translation>
    </message>
    <message>
        <source>KL(q ‖ p(z|x)) (nats)</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>KL(q ‖ p(z|x)) (nat)</translation>
    </message>
    <message>
        <source>the encoder’s q</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>la q dell’encoder</translation>
    </message>
    <message>
        <source>before the first step</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>prima del primo passo</translation>
    </message>
    <message>
        <source>q on its way</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>q in cammino</translation>
    </message>
    <message>
        <source>No run is open: open one from the list of runs (left), or train one.</source>
        <extracomment>vaegui/ui/gap_study.py, vaegui/ui/plane_panel.py, vaegui/ui/studies.py</extracomment>
        <translation>Nessuna run è aperta: aprine una dall’elenco delle run (a sinistra), o addestrane una.</translation>
    </message>
    <message>
        <source>A model is being trained. Its gaps can be measured once it is saved.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>È in corso un addestramento. I divari si potranno misurare quando il modello sarà salvato.</translation>
    </message>
    <message>
        <source>This model gives images no probability, so there is no gap.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>Questo modello non dà una probabilità alle immagini: non c’è alcun divario.</translation>
    </message>
    <message>
        <source>Exact figures take codes of one or two dimensions.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>I valori esatti richiedono codici di una o due dimensioni.</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: there is no q, and no gap.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>Questa run è stata fermata prima di addestrare l’encoder: non c’è q, né divario.</translation>
    </message>
    <message>
        <source>Integrating…</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>Integrazione…</translation>
    </message>
    <message>
        <source>Optimising q of each image…</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>Ottimizzazione di q per ogni immagine…</translation>
    </message>
    <message>
        <source>Measure finds how far the ELBO of each test image is below its exact log p(x), and why.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Misura trova di quanto l’ELBO di ogni immagine di test sta sotto il suo log p(x) esatto, e perché.</translation>
    </message>
    <message>
        <source>How many test images to measure; the first ones of the test set</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Quante immagini di test misurare; le prime dell’insieme di test</translation>
    </message>
    <message>
        <source>full covariance</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>covarianza piena</translation>
    </message>
    <message>
        <source>Let the best Gaussian of each image be correlated</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Ammetti correlazioni nella migliore gaussiana di ogni immagine</translation>
    </message>
    <message>
        <source>Integrate log p(x) of test images, and find the best Gaussian for each</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Integra log p(x) delle immagini di test, e trova per ognuna la migliore gaussiana</translation>
    </message>
    <message>
        <source>Stop measuring; what was measured before stays</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Smetti di misurare; resta ciò che è stato misurato prima</translation>
    </message>
    <message>
        <source>KL(q ‖ p(z|x)), nats</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>KL(q ‖ p(z|x)), nat</translation>
    </message>
    <message>
        <source>Histogram of the gap</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Istogramma del divario</translation>
    </message>
    <message>
        <source>Images with the largest gaps</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Immagini con i divari più grandi</translation>
    </message>
    <message>
        <source>The ELBO surgery of Hoffman and Johnson (2016): the mean rate is the first plus KL(q(z) ‖ p(z)), and only the second is lost for generating.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>La “ELBO surgery” di Hoffman e Johnson (2016): il tasso medio è la prima più KL(q(z) ‖ p(z)), e solo la seconda va persa quando si genera.</translation>
    </message>
    <message>
        <source>How many images have a gap of so many nats. Of each bar orange is what the encoder loses (amortisation), purple what a Gaussian loses (approximation), in proportion to their nats.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>Quante immagini hanno un divario di tanti nat. Di ogni barra è arancione ciò che perde l’encoder (ammortamento), viola ciò che perde una gaussiana (approssimazione), in proporzione ai nat.</translation>
    </message>
    <message>
        <source>Without latent variables there is no q, and nothing to draw.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Senza variabili latenti non c’è q, e nulla da estrarre.</translation>
    </message>
    <message>
        <source>An autoencoder’s code is a point (σ = 0): nothing is drawn, and there is no need of a trick.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Il codice di un autoencoder è un punto (σ = 0): non si estrae nulla, e non serve alcun trucco.</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: there is no q.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Questa run è stata fermata prima di addestrare l’encoder: non c’è q.</translation>
    </message>
    <message>
        <source>The lab needs the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Il laboratorio ha bisogno delle immagini di test: vedi Ricostruzione.</translation>
    </message>
    <message>
        <source>Choose an image first: drag the target over the codes, or click one in the strips.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Prima scegli un’immagine: trascina il bersaglio sui codici, o fai clic su una nelle strisce.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Estrazione…</translation>
    </message>
    <message>
        <source>Test image {row:,}{label}: ε ~ N(0, I) → z = μ + σ ⊙ ε (dots on the map) → p(x|z)</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation>Immagine di test {row:,}{label}: ε ~ N(0, I) → z = μ + σ ⊙ ε (punti sulla mappa) → p(x|z)</translation>
    </message>
    <message>
        <source>Number of samples K</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Numero di campioni K</translation>
    </message>
    <message>
        <source>Component of the gradient</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Componente del gradiente</translation>
    </message>
    <message>
        <source>Which derivative of the ELBO to look at, with respect to the encoder’s outputs</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Quale derivata dell’ELBO guardare, rispetto alle uscite dell’encoder</translation>
    </message>
    <message>
        <source>Subtract from each log p(x|z) the mean of the others: the score function’s mean stays, its variance falls.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Sottrai da ogni log p(x|z) la media degli altri: la media della score function resta, la sua varianza cala.</translation>
    </message>
    <message>
        <source>Draw samples for the chosen image</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Estrai campioni per l’immagine scelta</translation>
    </message>
    <message>
        <source>Stop drawing; what there is stays</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Smetti di estrarre; resta ciò che c’è</translation>
    </message>
    <message>
        <source>Draw</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Disegna</translation>
    </message>
    <message>
        <source>Draws ε of the standard normal</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Campioni ε della normale standard</translation>
    </message>
    <message>
        <source>Decoded samples</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Campioni decodificati</translation>
    </message>
    <message>
        <source>The means of p(x|z) at z = μ + σ ⊙ ε for the first of the ε at the left</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Le medie di p(x|z) in z = μ + σ ⊙ ε per i primi degli ε a sinistra</translation>
    </message>
    <message>
        <source>K = {k}: a power of two</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>K = {k}: una potenza di due</translation>
    </message>
    <message>
        <source>with the trick</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>con il trucco</translation>
    </message>
    <message>
        <source>Histogram of estimates with the trick</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Istogramma delle stime con il trucco</translation>
    </message>
    <message>
        <source>score function</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>score function</translation>
    </message>
    <message>
        <source>Histogram of estimates without the trick</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Istogramma delle stime senza il trucco</translation>
    </message>
    <message>
        <source>reparametrization trick</source>
        <extracomment>the glossary</extracomment>
        <translation>trucco della riparametrizzazione</translation>
    </message>
    <message>
        <source>score function estimator</source>
        <extracomment>the glossary</extracomment>
        <translation>stimatore score function</translation>
    </message>
    <message>
        <source>How many estimates are how large; those beyond the plot are counted in its outermost bars.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Quante stime sono di quale grandezza; quelle fuori dal grafico sono contate nelle barre estreme.</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: nothing can be passed through it.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Questa run è stata interrotta prima di addestrare l’encoder: non vi si può far passare nulla.</translation>
    </message>
    <message>
        <source>Images of this number of channels cannot be drawn.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Immagini con questo numero di canali non si possono disegnare.</translation>
    </message>
    <message>
        <source>This model has no latent variables, and so no place for an image.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Questo modello non ha variabili latenti, e quindi nessun posto per un’immagine.</translation>
    </message>
    <message>
        <source>No run is open that could make anything of an image. Open one from the list of runs.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Non è aperta nessuna run che possa fare qualcosa di un’immagine. Aprine una dall’elenco delle run.</translation>
    </message>
    <message>
        <source>Images of {width}×{height} pixels and {channels} channels cannot be made of others.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Immagini di {width}×{height} pixel e {channels} canali non si possono ricavare da altre.</translation>
    </message>
    <message>
        <source>There is no test image to put on the pad: see Reconstruct.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Non c’è un’immagine di test da mettere sul foglio: vedi Ricostruzione.</translation>
    </message>
    <message>
        <source>The pad takes images of the open run only.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Il foglio accetta solo immagini della run aperta.</translation>
    </message>
    <message>
        <source>your drawing</source>
        <extracomment>vaegui/ui/guests.py, vaegui/ui/tour.py</extracomment>
        <translation>il tuo disegno</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>The note before</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>La nota precedente</translation>
    </message>
    <message>
        <source>The next note</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>La nota successiva</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <extracomment>vaegui/ui/help/callout.py, vaegui/ui/lessons/bar.py</extracomment>
        <translation>{number} di {count}</translation>
    </message>
    <message>
        <source>First steps, {number} of {count}: {title}</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>Primi passi, {number} di {count}: {title}</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>Salta</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>This panel is hidden now. View → Panels brings it back.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Ora questo pannello è nascosto. Vista → Pannelli lo ripristina.</translation>
    </message>
    <message>
        <source>Drag the target</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Trascina il bersaglio</translation>
    </message>
    <message>
        <source>Every point is the code of a test image. The decoder draws what belongs at the target: see the image at the right while you drag.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Ogni punto è il codice di un’immagine di test. Il decoder disegna ciò che corrisponde al bersaglio: guarda l’immagine a destra mentre trascini.</translation>
    </message>
    <message>
        <source>Look behind the points</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Guarda dietro i punti</translation>
    </message>
    <message>
        <source>These are the map’s layers. Press M, or choose Background → Manifold, and the whole map is tiled with what the decoder draws.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Questi sono i livelli della mappa. Premi M, o scegli Sfondo → Varietà, e tutta la mappa si riempie di ciò che il decoder disegna.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Addestra un modello</translation>
    </message>
    <message>
        <source>Press Train: the Digits need no download. Map, curves and pictures follow while the model learns.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Premi Addestra: le Cifre non richiedono download. Mappa, curve e immagini seguono il modello mentre impara.</translation>
    </message>
    <message>
        <source>Ask a model something</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Fai una domanda a un modello</translation>
    </message>
    <message>
        <source>Each tab asks another question: Reconstruct, what survives the code; Denoise, whether noise can be undone; Bound, how far the bound is from the truth.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>Ogni scheda fa una domanda diversa: Ricostruzione, che cosa sopravvive al codice; Denoising, se il rumore si può togliere; Limite, quanto il limite dista dal vero.</translation>
    </message>
    <message>
        <source>Help is here</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>L’aiuto è qui</translation>
    </message>
    <message>
        <source>The guide (F1) has pages on every panel, on words and on keys. Tooltips explain every term, and the (?) of a panel its formula.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation>La guida (F1) ha pagine su ogni pannello, sulle parole e sui tasti. I suggerimenti spiegano ogni termine, e il (?) di un pannello la sua formula.</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation>Nessuna pagina ha queste parole.</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>vaegui/ui/help/guide.py, vaegui/ui/help/pages.py</extracomment>
        <translation>Glossario</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>vaegui/ui/help/guide.py, vaegui/ui/help/keys.py</extracomment>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Guide — vaegui</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation>Guida — vaegui</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation>Cerca in tutte le pagine</translation>
    </message>
    <message>
        <source>Show the pages that have these words (Ctrl+F); Enter goes to the next place on the page</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation>Mostra le pagine che hanno queste parole (Ctrl+F); Invio va al punto successivo della pagina</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation>Pagine della guida</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation>Pagina della guida</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>&amp;Copia immagine</translation>
    </message>
    <message>
        <source>Save &amp;image…</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>Salva &amp;immagine…</translation>
    </message>
    <message>
        <source>Save the image</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>Salva l’immagine</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>Immagine PNG (*.png)</translation>
    </message>
    <message>
        <source>Saved as {path}, {width} × {height} pixels.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>Salvato come {path}, {width} × {height} pixel.</translation>
    </message>
    <message>
        <source>Decoded image</source>
        <extracomment>vaegui/exports/web.py, vaegui/ui/image_view.py</extracomment>
        <translation>Immagine decodificata</translation>
    </message>
    <message>
        <source>Import images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Importa immagini</translation>
    </message>
    <message>
        <source>What is left out, and why</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Che cosa resta escluso, e perché</translation>
    </message>
    <message>
        <source>Looking into {path}…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Esame di {path}…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Esame…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Read {count:,} images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>&amp;Leggi {count:,} immagine</numerusform>
            <numerusform>&amp;Leggi {count:,} immagini</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>Keeping them for the next time…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Conservazione per la prossima volta…</translation>
    </message>
    <message>
        <source>Images as they are</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Immagini come sono</translation>
    </message>
    <message>
        <source>Images as the model gets them</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Immagini come le riceve il modello</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>&amp;Leggi</translation>
    </message>
    <message>
        <source>As they are</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Come sono</translation>
    </message>
    <message>
        <source>As the model gets them</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Come le riceve il modello</translation>
    </message>
    <message>
        <source>How to read them</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Come leggerle</translation>
    </message>
    <message>
        <source>Images in a file (*.zip *.npy *.npz *.gz *ubyte *.idx);;All files (*)</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Immagini in un file (*.zip *.npy *.npz *.gz *ubyte *.idx);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Cartella di immagini</translation>
    </message>
    <message>
        <source>File of images: a zip, .npy, .npz or IDX</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>File di immagini: zip, .npy, .npz o IDX</translation>
    </message>
    <message>
        <source>Runs that were trained on them keep the images that they were trained on only until these are read again.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Le run addestrate con queste immagini le conservano solo finché non sono lette di nuovo.</translation>
    </message>
    <message>
        <source>Reading images…</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Lettura delle immagini…</translation>
    </message>
    <message>
        <source>{images:,} images are too many at a time: the first {most} were taken.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>{images:,} immagini sono troppe alla volta: sono state prese le prime {most}.</translation>
    </message>
    <message>
        <source>There is no image, file or folder on the clipboard.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Negli appunti non c’è un’immagine, un file o una cartella.</translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be opened.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Si possono aprire solo file e cartelle di questo computer.</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Lascia com’è</translation>
    </message>
    <message>
        <source>An import is under way: wait for it, or cancel it.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>È in corso un’importazione: aspettala, o annullala.</translation>
    </message>
    <message>
        <source>pasted image</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>immagine incollata</translation>
    </message>
    <message>
        <source>vaegui ended unexpectedly the last time.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>L’ultima volta vaegui si è chiuso in modo imprevisto.</translation>
    </message>
    <message>
        <source>A training was interrupted.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Un addestramento è stato interrotto.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>vaegui/ui/keeping.py, vaegui/ui/train_panel.py, vaegui/ui/window.py</extracomment>
        <translation>Addestra</translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Lascia com’è</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Drag the target, or click anywhere. Wheel zooms, Shift+drag moves the view, double click resets.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Trascina il bersaglio o fai clic. Rotellina: zoom; Maiusc+trascina: sposta; doppio clic: vista intera.</translation>
    </message>
    <message>
        <source>Move the pointer over the codes: the exact posterior p(z|x) of the image under it is outlined.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Muovi il puntatore sui codici: si disegna il contorno del posterior esatto p(z|x) dell’immagine sotto di esso.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Calcolo…</translation>
    </message>
    <message>
        <source>Draw around codes to select their images; with Ctrl, add to the selection. A click clears it.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Cerchia dei codici per selezionarne le immagini; con Ctrl le aggiungi alla selezione. Un clic la annulla.</translation>
    </message>
    <message>
        <source>Drag a rectangle over codes to select their images; with Ctrl, add to them. A click clears it.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Trascina un rettangolo sui codici per selezionarne le immagini; con Ctrl le aggiungi. Un clic annulla la selezione.</translation>
    </message>
    <message>
        <source>Drag from one place to another to walk between them. A click adds a pin; drag a pin to move it.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Trascina da un punto a un altro per percorrere la via fra i due. Un clic aggiunge una puntina; trascinala per spostarla.</translation>
    </message>
    <message>
        <source>Target at z = ({x}, {y}). {nearby}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Bersaglio in z = ({x}, {y}). {nearby}.</translation>
    </message>
    <message>
        <source>No code within {reach:g}: the decoder is on its own here</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Nessun codice entro {reach:g}: qui il decoder è lasciato a sé stesso</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>&amp;Esplora</translation>
    </message>
    <message>
        <source>The map with everything about it</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>La mappa con tutto ciò che la riguarda</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <extracomment>vaegui/ui/layouts.py, vaegui/ui/menus.py</extracomment>
        <translation>&amp;Addestra</translation>
    </message>
    <message>
        <source>The form and the curves large, the map beside them</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>Modulo e curve in grande, accanto la mappa</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>&amp;Confronta</translation>
    </message>
    <message>
        <source>The list of runs, two maps once two are ticked, and their figures</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>L’elenco delle run, due mappe quando due sono spuntate, e i loro valori</translation>
    </message>
    <message>
        <source>Te&amp;ach</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>&amp;Insegna</translation>
    </message>
    <message>
        <source>For a projector: large text, dark lines on white, and only what a class looks at</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>Per un proiettore: testo grande, linee scure su bianco, e solo ciò che una classe guarda</translation>
    </message>
    <message>
        <source>&amp;Reset this layout</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>&amp;Reimposta questa disposizione</translation>
    </message>
    <message>
        <source>Put every panel where this layout has it at first</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>Rimetti ogni pannello dove questa disposizione lo ha all’inizio</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation>Di&amp;sposizione</translation>
    </message>
    <message>
        <source>Go to any step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Vai a un passo qualsiasi</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/editor.py</extracomment>
        <translation>Passi</translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Note</translation>
    </message>
    <message>
        <source>What the author noted for whoever teaches this step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Ciò che l’autore ha annotato per chi insegna questo passo</translation>
    </message>
    <message>
        <source>Show &amp;again</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Ripristi&amp;na</translation>
    </message>
    <message>
        <source>Set the window up for this step once more</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Prepara di nuovo la finestra per questo passo</translation>
    </message>
    <message>
        <source>The step before (Alt+Left)</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Il passo precedente (Alt+Sinistra)</translation>
    </message>
    <message>
        <source>The next step (Alt+Right)</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Il passo successivo (Alt+Destra)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/editor.py</extracomment>
        <translation>C&amp;hiudi</translation>
    </message>
    <message>
        <source>Leave the lesson; the window becomes what it was before</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Lascia la lezione; la finestra torna com’era prima</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Testo del passo</translation>
    </message>
    <message>
        <source>What to try</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/editor.py</extracomment>
        <translation>Che cosa provare</translation>
    </message>
    <message>
        <source>‹ &amp;Back</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>‹ Indietr&amp;o</translation>
    </message>
    <message>
        <source>&amp;Next ›</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Avan&amp;ti ›</translation>
    </message>
    <message>
        <source>Point to a folder…</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/lessons/bar.py</extracomment>
        <translation>Indica una cartella…</translation>
    </message>
    <message>
        <source>no steps yet</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>ancora nessun passo</translation>
    </message>
    <message>
        <source>Step {number} of {count}: go to any step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Passo {number} di {count}: vai a un passo qualsiasi</translation>
    </message>
    <message>
        <source>No steps</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Nessun passo</translation>
    </message>
    <message>
        <source>Set the window up as it is to be seen, then choose &lt;i&gt;Add what is shown as a step&lt;/i&gt; in the menu Lessons. &lt;i&gt;Edit words…&lt;/i&gt; says what there is to see.</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Prepara la finestra come la si deve vedere, poi scegli &lt;i&gt;Aggiungi ciò che si vede come passo&lt;/i&gt; nel menu Lezioni. &lt;i&gt;Modifica testi…&lt;/i&gt; dice che cosa c’è da vedere.</translation>
    </message>
    <message>
        <source>Lesson, step {number} of {count}: {title}</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Lezione, passo {number} di {count}: {title}</translation>
    </message>
    <message>
        <source>Lesson</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Lezione</translation>
    </message>
    <message>
        <source>Words of the lesson</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Testi della lezione</translation>
    </message>
    <message>
        <source>A paragraph. *Between asterisks* is emphasised.</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Un paragrafo. *Fra asterischi* è in evidenza.</translation>
    </message>
    <message>
        <source>Let this step show what the window shows now; its words stay</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Fa’ mostrare a questo passo ciò che la finestra mostra ora; i suoi testi restano</translation>
    </message>
    <message>
        <source>Remove the step from the lesson (Del); Ctrl+Z brings it back</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Rimuovi il passo dalla lezione (Canc); Ctrl+Z lo ripristina</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>&amp;Lezione</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>&amp;Autore</translation>
    </message>
    <message>
        <source>delete a step</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>eliminazione di un passo</translation>
    </message>
    <message>
        <source>Title of the step</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Titolo del passo</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Che cosa dice</translation>
    </message>
    <message>
        <source>Notes of your own</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Note personali</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>S&amp;u</translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>&amp;Giù</translation>
    </message>
    <message>
        <source>Take what is &amp;shown</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Prendi ciò che si &amp;vede</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>A&amp;nnulla</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <extracomment>vaegui/ui/lessons/editor.py, vaegui/ui/undo.py</extracomment>
        <translation>&amp;Ripeti</translation>
    </message>
    <message>
        <source>edit the words</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>modifica dei testi</translation>
    </message>
    <message>
        <source>move a step</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>spostamento di un passo</translation>
    </message>
    <message>
        <source>step that the window shows</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>passo che la finestra mostra</translation>
    </message>
    <message>
        <source>A training is running. A step shows a run that is saved: stop it, or wait for its end.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>È in corso un addestramento. Un passo mostra una run salvata: fermalo, o aspetta che finisca.</translation>
    </message>
    <message>
        <source>No run is open, so there is nothing that a step could show. Open one first.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>Nessuna run è aperta, quindi un passo non avrebbe nulla da mostrare. Prima aprine una.</translation>
    </message>
    <message>
        <source>the panel “{name}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>il pannello “{name}”</translation>
    </message>
    <message>
        <source>The run “{run}” of this step is not shown.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>La run “{run}” di questo passo non viene mostrata.</translation>
    </message>
    <message>
        <source>the layer “{name}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>il livello “{name}”</translation>
    </message>
    <message>
        <source>the colour “{colour}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>il colore “{colour}”</translation>
    </message>
    <message>
        <source>the stop “{stop}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>la tappa “{stop}”</translation>
    </message>
    <message>
        <source>the tool “{tool}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>lo strumento “{tool}”</translation>
    </message>
    <message>
        <source>New lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Nuova lezione</translation>
    </message>
    <message>
        <source>&amp;Open lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>&amp;Apri lezione…</translation>
    </message>
    <message>
        <source>&amp;New lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>&amp;Nuova lezione…</translation>
    </message>
    <message>
        <source>&amp;Add what is shown as a step</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>A&amp;ggiungi ciò che si vede come passo</translation>
    </message>
    <message>
        <source>&amp;Edit words…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>&amp;Modifica testi…</translation>
    </message>
    <message>
        <source>&amp;Save lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>&amp;Salva lezione…</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Passo in&amp;dietro</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Passo a&amp;vanti</translation>
    </message>
    <message>
        <source>&amp;Close lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>&amp;Chiudi lezione</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Apri una lezione</translation>
    </message>
    <message>
        <source>Save it as a file, or lose them?</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Salvarla in un file, o perderle?</translation>
    </message>
    <message>
        <source>add a step</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>aggiunta di un passo</translation>
    </message>
    <message>
        <source>Added. “Edit words…” in the menu Lessons says what there is to see.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Aggiunto. “Modifica testi…” nel menu Lezioni dice che cosa c’è da vedere.</translation>
    </message>
    <message>
        <source>take what is shown</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>ripresa di ciò che si vede</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Salva la lezione</translation>
    </message>
    <message>
        <source>A file that somebody made: .vaelesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Un file fatto da qualcuno: .vaelesson</translation>
    </message>
    <message>
        <source>Make one: step by step, from what the window shows</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Creane una: passo per passo, da ciò che la finestra mostra</translation>
    </message>
    <message>
        <source>One file with the runs it needs, to be mailed</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Un solo file con le run che le servono, da spedire per posta</translation>
    </message>
    <message>
        <source>Opening the lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Apertura della lezione…</translation>
    </message>
    <message>
        <source>A training is running, and is not interrupted: the window stays as it is. When it is over, “Show again” sets the window up for this step.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>È in corso un addestramento, che non viene interrotto: la finestra resta com’è. Quando sarà finito, “Ripristina” preparerà la finestra per questo passo.</translation>
    </message>
    <message>
        <source>The training is over. “Show again” sets the window up for this step.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>L’addestramento è finito. “Ripristina” prepara la finestra per questo passo.</translation>
    </message>
    <message>
        <source>Saving the lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Salvataggio della lezione…</translation>
    </message>
    <message>
        <source>A lesson is being saved: open the other one in a moment.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>È in corso il salvataggio di una lezione: apri l’altra fra un momento.</translation>
    </message>
    <message>
        <source>No lesson called “{name}” comes with the program.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Nel programma non c’è una lezione chiamata “{name}”.</translation>
    </message>
    <message>
        <source>A lesson is being opened: save this one in a moment.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>È in corso l’apertura di una lezione: salva questa fra un momento.</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>&amp;Sistema</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Chiaro o scuro, come il desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>&amp;Chiaro</translation>
    </message>
    <message>
        <source>Dark on white</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Scuro su bianco</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Sc&amp;uro</translation>
    </message>
    <message>
        <source>Light on black</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Chiaro su nero</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>&amp;Proiettore</translation>
    </message>
    <message>
        <source>Black on white, with thicker lines and larger points, for a bright room</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Nero su bianco, con linee più spesse e punti più grandi, per un’aula luminosa</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>&amp;Dimensione del testo</translation>
    </message>
    <message>
        <source>The window takes its language when it is opened the next time.</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>La finestra cambierà lingua alla prossima apertura.</translation>
    </message>
    <message>
        <source>&amp;The desktop’s</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Quella del &amp;desktop</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Più &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Più &amp;piccolo</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Dimensione &amp;normale</translation>
    </message>
    <message>
        <source>Independent pixels have no latent variables, and so no map. Samples (right) shows what they generate.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>I pixel indipendenti non hanno variabili latenti, quindi nemmeno una mappa. Campioni (a destra) mostra ciò che generano.</translation>
    </message>
    <message>
        <source>The posterior needs the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Per il posterior servono le immagini di test: vedi Ricostruzione.</translation>
    </message>
    <message>
        <source>Arrow keys move the target, with Shift faster, with Control they move the view; plus and minus zoom, Home shows all. Enter goes to the nearest code, Page Down and Page Up to the next class. With the lasso, the box or the path tool, Space puts it down at the target, arrow keys draw, Enter ends it, and Escape gives up.</source>
        <extracomment>vaegui/ui/map_keys.py</extracomment>
        <translation>I tasti freccia spostano il bersaglio, con Maiusc più in fretta, con Ctrl spostano la vista; più e meno ingrandiscono e riducono, Home mostra tutto. Invio va al codice più vicino, PagGiù e PagSu alla classe successiva e alla precedente. Con il lazo, il riquadro o lo strumento percorso, Spazio lo poggia sul bersaglio, i tasti freccia disegnano, Invio conclude ed Esc rinuncia.</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>&amp;Bersaglio</translation>
    </message>
    <message>
        <source>Drag the target: the image at its place is decoded</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Trascina il bersaglio: si decodifica l’immagine in quel punto</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>La&amp;zo</translation>
    </message>
    <message>
        <source>Select images: draw around their codes (with Ctrl, add to the selection)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Seleziona immagini: cerchiane i codici (con Ctrl le aggiungi alla selezione)</translation>
    </message>
    <message>
        <source>&amp;Box</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Ri&amp;quadro</translation>
    </message>
    <message>
        <source>Select images: drag a rectangle over their codes (with Ctrl, add to the selection)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Seleziona immagini: trascina un rettangolo sui loro codici (con Ctrl le aggiungi alla selezione)</translation>
    </message>
    <message>
        <source>P&amp;ath</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Per&amp;corso</translation>
    </message>
    <message>
        <source>Walk: drag from one place to another, click to set further pins, drag a pin to move it</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Percorri: trascina da un punto a un altro, fai clic per mettere altre puntine, trascina una puntina per spostarla</translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Each class has its own colour</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Ogni classe ha il suo colore</translation>
    </message>
    <message>
        <source>Density</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Densità</translation>
    </message>
    <message>
        <source>How bright an image is: the mean of its pixels, from 0 (black) to 1 (white)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Quanto è chiara un’immagine: la media dei suoi pixel, da 0 (nero) a 1 (bianco)</translation>
    </message>
    <message>
        <source>The root of the mean squared difference between an image and the mean of p(x|z) at its code, on a scale where black is 0 and white is 1</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>La radice dello scarto quadratico medio fra un’immagine e la media di p(x|z) nel suo codice, su una scala in cui il nero è 0 e il bianco 1</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>P&amp;unti</translation>
    </message>
    <message>
        <source>The mean code μ(x) of every test image.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Il codice medio μ(x) di ogni immagine di test.</translation>
    </message>
    <message>
        <source>Manifol&amp;d</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>&amp;Varietà</translation>
    </message>
    <message>
        <source>What the decoder draws at each place: the mean of p(x|z) on a lattice.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Ciò che il decoder disegna in ogni punto: la media di p(x|z) su un reticolo.</translation>
    </message>
    <message>
        <source>Magni&amp;fication</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>&amp;Ingrandimento</translation>
    </message>
    <message>
        <source>How fast the decoded image changes with z.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Quanto rapidamente l’immagine decodificata cambia con z.</translation>
    </message>
    <message>
        <source>A&amp;ggregate</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>&amp;Aggregato</translation>
    </message>
    <message>
        <source>The density of the test images’ codes against the prior’s: from a hole, samples are decoded to what no image is coded as.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>La densità dei codici delle immagini di test rispetto a quella del prior: da un buco i campioni si decodificano in ciò che nessuna immagine ha come codice.</translation>
    </message>
    <message>
        <source>&amp;Entropy</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>E&amp;ntropia</translation>
    </message>
    <message>
        <source>The entropy of p(x|z) at each place.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>L’entropia di p(x|z) in ogni punto.</translation>
    </message>
    <message>
        <source>P&amp;rior</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>P&amp;rior</translation>
    </message>
    <message>
        <source>Circles of 1, 2 and 3 σ, which hold 39.3, 86.5 and 98.9 % of its mass.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Cerchi di 1, 2 e 3 σ, che contengono il 39.3, l’86.5 e il 98.9 % della sua massa.</translation>
    </message>
    <message>
        <source>P&amp;osterior</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>P&amp;osterior</translation>
    </message>
    <message>
        <source>P&amp;ull</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>A&amp;ttrazione</translation>
    </message>
    <message>
        <source>Decode the target, encode the image, decode that code, and so on: where does the model pull things to?</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Decodifica il bersaglio, codifica l’immagine, decodifica quel codice, e così via: dove attira le cose il modello?</translation>
    </message>
    <message>
        <source>Reset &amp;view</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Rei&amp;mposta vista</translation>
    </message>
    <message>
        <source>How dense the codes of the test images are around each.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Quanto sono densi i codici delle immagini di test intorno a ciascuno.</translation>
    </message>
    <message>
        <source>Of each image: dark codes are those that the model finds strange.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Di ogni immagine: i codici scuri sono quelli che il modello trova strani.</translation>
    </message>
    <message>
        <source>Sho&amp;w “{name}”</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>&amp;Mostra “{name}”</translation>
    </message>
    <message>
        <source>pull-back metric</source>
        <extracomment>the glossary</extracomment>
        <translation>metrica pull-back</translation>
    </message>
    <message>
        <source>aggregate posterior</source>
        <extracomment>the glossary</extracomment>
        <translation>posterior aggregato</translation>
    </message>
    <message>
        <source>Show all codes and the prior (Home, or a double click)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Mostra tutti i codici e il prior (Home, o doppio clic)</translation>
    </message>
    <message>
        <source>What lies behind the points</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Che cosa sta dietro i punti</translation>
    </message>
    <message>
        <source>What the colours of the points stand for</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Che cosa indicano i colori dei punti</translation>
    </message>
    <message>
        <source>&amp;Colour by</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Co&amp;lora per</translation>
    </message>
    <message>
        <source>Show &amp;all classes</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Mostra &amp;tutte le classi</translation>
    </message>
    <message>
        <source>Reset view</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Reimposta vista</translation>
    </message>
    <message>
        <source>What there is no room for</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Ciò per cui non c’è posto</translation>
    </message>
    <message>
        <source>What there is no room for in this row</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Ciò per cui non c’è posto in questa riga</translation>
    </message>
    <message>
        <source>Background: none</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Sfondo: nessuno</translation>
    </message>
    <message>
        <source>Background</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Sfondo</translation>
    </message>
    <message>
        <source>Class “{name}”</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Classe “{name}”</translation>
    </message>
    <message>
        <source>&lt;qt&gt;Show or hide class “{name}” (with Shift+Space, show no other)&lt;/qt&gt;</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>&lt;qt&gt;Mostra o nascondi la classe “{name}” (con Maiusc+Spazio mostra solo questa)&lt;/qt&gt;</translation>
    </message>
    <message>
        <source>Show or hide the class; with Shift and Space, show no other</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Mostra o nascondi la classe; con Maiusc e Spazio mostra solo questa</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <extracomment>vaegui/ui/measure_row.py</extracomment>
        <translation>Avanzamento della misura</translation>
    </message>
    <message>
        <source>Measure again</source>
        <extracomment>vaegui/ui/measure_row.py</extracomment>
        <translation>Misura di nuovo</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Run</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Modifica</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Dati</translation>
    </message>
    <message>
        <source>&amp;Lecture</source>
        <extracomment>vaegui/ui/menus.py, vaegui/ui/train_panel.py</extracomment>
        <translation>&amp;Corso</translation>
    </message>
    <message>
        <source>Le&amp;ssons</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Le&amp;zioni</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>E&amp;sporta</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>A&amp;iuto</translation>
    </message>
    <message>
        <source>Click or drag</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Clic o trascinamento</translation>
    </message>
    <message>
        <source>move the target: the image at its place is decoded</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sposta il bersaglio: si decodifica l’immagine in quel punto</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Tasti freccia</translation>
    </message>
    <message>
        <source>step the target (with Shift, five times as far)</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>muovi il bersaglio di un passo (con Maiusc, di cinque)</translation>
    </message>
    <message>
        <source>Wheel, + and −</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Rotellina, + e −</translation>
    </message>
    <message>
        <source>Shift+drag, middle drag, Ctrl+arrow keys</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Maiusc+trascina, trascina col tasto centrale, Ctrl+tasti freccia</translation>
    </message>
    <message>
        <source>move the view</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sposta la vista</translation>
    </message>
    <message>
        <source>Enter, Page Down, Page Up</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Invio, PagGiù, PagSu</translation>
    </message>
    <message>
        <source>on the map: go to the nearest code, to the next class and the one before</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sulla mappa: vai al codice più vicino, alla classe successiva e alla precedente</translation>
    </message>
    <message>
        <source>Space, arrow keys, Enter</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Spazio, tasti freccia, Invio</translation>
    </message>
    <message>
        <source>on the map, with lasso, box or path: put the tool down, draw with it, lift it</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sulla mappa, con lazo, riquadro o percorso: appoggia lo strumento, disegna, sollevalo</translation>
    </message>
    <message>
        <source>Double click, Home</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Doppio clic, Home</translation>
    </message>
    <message>
        <source>show all of the map</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>mostra tutta la mappa</translation>
    </message>
    <message>
        <source>Ctrl, Esc</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Ctrl, Esc</translation>
    </message>
    <message>
        <source>with the lasso or the box: add to the selection; give up</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>con il lazo o il riquadro: aggiungi alla selezione; rinuncia</translation>
    </message>
    <message>
        <source>Drop</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Trascina e rilascia</translation>
    </message>
    <message>
        <source>images to the map; folders, arrays, runs and lessons open as what they are</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>le immagini vanno sulla mappa; cartelle, array, run e lezioni si aprono per quello che sono</translation>
    </message>
    <message>
        <source>B, E, X, [ and ], Del</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>B, E, X, [ e ], Canc</translation>
    </message>
    <message>
        <source>on the pad: brush, eraser, single pixels, brush width, clear</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sul foglio: pennello, gomma, singoli pixel, spessore del pennello, svuota</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Sinistra, Destra, Home, Fine</translation>
    </message>
    <message>
        <source>on the strip of a path: one image back or forward, the first, the last</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sulla striscia di un percorso: un’immagine indietro o avanti, la prima, l’ultima</translation>
    </message>
    <message>
        <source>Arrow keys, + and −, Home</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Tasti freccia, + e −, Home</translation>
    </message>
    <message>
        <source>on the curves: move what is shown, zoom, show all</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>sulle curve: sposta ciò che si vede, zoom, mostra tutto</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Spazio, Maiusc+Spazio</translation>
    </message>
    <message>
        <source>on a class of the legend: show or hide it; show no other</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>su una classe della legenda: mostrala o nascondila; mostra solo quella</translation>
    </message>
    <message>
        <source>Enter, Space</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Invio, Spazio</translation>
    </message>
    <message>
        <source>in the list of runs: open, compare; on a row of images: send the target to its code</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>nell’elenco delle run: apri, confronta; su una riga di immagini: manda il bersaglio sul suo codice</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Apri cartella…</translation>
    </message>
    <message>
        <source>Show &amp;folder of my runs</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Mostra la &amp;cartella delle mie run</translation>
    </message>
    <message>
        <source>Stop &amp;comparing</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Smetti di con&amp;frontare</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Esci</translation>
    </message>
    <message>
        <source>Undo &amp;history</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Cronologia</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Deseleziona tutto</translation>
    </message>
    <message>
        <source>&amp;Paste images or files</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Incolla immagini o file</translation>
    </message>
    <message>
        <source>&amp;Find command…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Trova comando…</translation>
    </message>
    <message>
        <source>Import a &amp;folder of images…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Importa una &amp;cartella di immagini…</translation>
    </message>
    <message>
        <source>&amp;Import images from a file…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Importa immagini da un file…</translation>
    </message>
    <message>
        <source>A zip of images, an array (.npy, .npz) or IDX files</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Uno zip di immagini, un array (.npy, .npz) o file IDX</translation>
    </message>
    <message>
        <source>&amp;Ink on paper</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Inc&amp;hiostro su carta</translation>
    </message>
    <message>
        <source>Draw grey images dark on white</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Mostra le immagini grigie scure su bianco</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Pannelli</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Guida</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Primi passi</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Tasti</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Segnala un problema…</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Mostra il &amp;log</translation>
    </message>
    <message>
        <source>&amp;About vaegui</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Informazioni su vaegui</translation>
    </message>
    <message>
        <source>About vaegui</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Informazioni su vaegui</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Pausa o ripresa</translation>
    </message>
    <message>
        <source>&amp;Stop and keep the run</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>&amp;Ferma e conserva la run</translation>
    </message>
    <message>
        <source>&amp;Cancel and discard the run…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>A&amp;nnulla e scarta la run…</translation>
    </message>
    <message>
        <source>In nats per image; the title says which bound it is. The density of grey pixels may exceed 1, and its logarithm 0.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>In nat per immagine; il titolo dice quale limite inferiore è. La densità di pixel grigi può superare 1, e il suo logaritmo 0.</translation>
    </message>
    <message>
        <source>In nats per image: thin in training, solid on validation images.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>In nat per immagine: sottile in addestramento, piena sulle immagini di validazione.</translation>
    </message>
    <message>
        <source>What a batch gained: after an E-step (left dot) the bound is log p(x); M-steps raise it with the responsibilities held (slope), the next E-step lifts it to the new log p(x) (right dot).</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Il guadagno su un batch: dopo un passo E (punto a sinistra) il limite inferiore è log p(x); i passi M lo alzano a responsabilità fisse (pendenza), il passo E successivo lo porta al nuovo log p(x) (punto a destra).</translation>
    </message>
    <message>
        <source>Logarithmic curve&amp;s</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Gra&amp;fici logaritmici</translation>
    </message>
    <message>
        <source>Logarithmic axis; a negative bound is then drawn as its opposite (L)</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Asse logaritmico; un limite negativo è allora disegnato cambiato di segno (L)</translation>
    </message>
    <message>
        <source>Copy the &amp;values as CSV</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Copia i &amp;valori in CSV</translation>
    </message>
    <message>
        <source>A row for each point of the curves: of training, of validation, of the runs compared</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Una riga per ogni punto delle curve: di addestramento, di validazione, delle run confrontate</translation>
    </message>
    <message>
        <source>Curves of bound, rate and distortion</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Curve di limite, tasso e distorsione</translation>
    </message>
    <message>
        <source>The curves, from left to right. All are means over images, in nats per image: training thin, validation solid. The number is the last validation figure, the ring the best epoch; letters mark the validation curves of runs that are compared.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Le curve, da sinistra a destra. Sono tutte medie sulle immagini, in nat per immagine: sottile l’addestramento, piena la validazione. Il numero è l’ultimo valore di validazione, l’anello l’epoca migliore; le lettere segnano le curve di validazione delle run confrontate.</translation>
    </message>
    <message numerus="yes">
        <source>Copied: the values of the curves, {count:,} rows.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>
            <numerusform>Copiati i valori delle curve: {count:,} riga.</numerusform>
            <numerusform>Copiati i valori delle curve: {count:,} righe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gain of EM steps</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Guadagno dei passi EM</translation>
    </message>
    <message>
        <source>best epoch</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>epoca migliore</translation>
    </message>
    <message>
        <source>There are no curves yet.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Non ci sono ancora curve.</translation>
    </message>
    <message>
        <source>What the figures of the running training say, in words.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Ciò che dicono i valori dell’addestramento in corso, a parole.</translation>
    </message>
    <message>
        <source>Open a run, and tick others in the list of runs (left), to see how well they remove noise.</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>Apri una run, e spuntane altre nell’elenco delle run (a sinistra), per vedere quanto bene tolgono il rumore.</translation>
    </message>
    <message>
        <source>Gaussian noise, σ in %</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>gaussiano, σ in %</translation>
    </message>
    <message>
        <source>salt and pepper, % of pixels</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>sale e pepe, % pixel</translation>
    </message>
    <message>
        <source>masking, % of pixels</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>mascheramento, % pixel</translation>
    </message>
    <message>
        <source>the noisy image</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>l’immagine rumorosa</translation>
    </message>
    <message>
        <source>Add each kind of noise to the test images at several levels, and remove it</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>Aggiungi alle immagini di test ogni tipo di rumore a vari livelli, e toglilo</translation>
    </message>
    <message>
        <source>Stop measuring; the points so far stay</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>Smetti di misurare; i punti ottenuti restano</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>Here of what a run makes of noisy test images, against the clean ones; bars are ± two standard errors.&lt;br&gt;A run removes noise where its line is above the &lt;b&gt;dashed&lt;/b&gt; one, the noisy image itself. Without noise the image is itself, and its line leaves the plot at the top; the runs’ lines begin at their reconstruction of the clean image.&lt;br&gt;All runs meet the same noise: σ in per cent of the range from black to white, or the share of pixels hit.</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>Qui di ciò che una run fa delle immagini di test rumorose, rispetto a quelle pulite; le barre sono ± due errori standard.&lt;br&gt;Una run toglie rumore dove la sua linea sta sopra quella &lt;b&gt;tratteggiata&lt;/b&gt;, l’immagine rumorosa stessa. Senza rumore l’immagine è sé stessa, e la sua linea esce dal grafico in alto; le linee delle run partono dalla loro ricostruzione dell’immagine pulita.&lt;br&gt;Tutte le run ricevono lo stesso rumore: σ in per cento dell’intervallo dal nero al bianco, o la quota di pixel colpiti.</translation>
    </message>
    <message>
        <source>– – noisy image</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>– – immagine rumorosa</translation>
    </message>
    <message>
        <source>Loading PyTorch: the map answers in a moment…</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation>Carico PyTorch: tra un attimo la mappa risponde…</translation>
    </message>
    <message>
        <source>Something went wrong at the start, so that nothing can be shown.</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation>Qualcosa è andato storto all’avvio, e non si può mostrare nulla.</translation>
    </message>
    <message>
        <source>Loading PyTorch…</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation>Carico PyTorch…</translation>
    </message>
    <message>
        <source>PyTorch could not be loaded: {error}</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation>Non è stato possibile caricare PyTorch: {error}</translation>
    </message>
    <message>
        <source>The first run could not be read: {error}</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation>Non è stato possibile leggere la prima run: {error}</translation>
    </message>
    <message>
        <source>The window could not be set up: {error}</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation>Non è stato possibile preparare la finestra: {error}</translation>
    </message>
    <message>
        <source>Draw here</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>Disegna qui</translation>
    </message>
    <message>
        <source>Its code appears on the map</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>Il suo codice appare sulla mappa</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>Foglio da disegno</translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one or with Shift. B: brush, E: eraser, X: single pixels. Square brackets change the width, Delete clears, Control and Z take a step back. With single pixels, arrow keys go from one to the next, Space sets it, and Shift and Space erase it.</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>Disegna con il tasto sinistro, cancella con il destro o con Maiusc. B: pennello, E: gomma, X: singoli pixel. Le parentesi quadre cambiano la larghezza, Canc svuota, Ctrl e Z annullano un passo. Con i singoli pixel, i tasti freccia passano dall’uno all’altro, Spazio lo accende, e Maiusc e Spazio lo cancellano.</translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one or with Shift&lt;br&gt;&lt;b&gt;B&lt;/b&gt; brush, &lt;b&gt;E&lt;/b&gt; eraser, &lt;b&gt;X&lt;/b&gt; single pixels (also with arrow keys and Space)&lt;br&gt;&lt;b&gt;[&lt;/b&gt; and &lt;b&gt;]&lt;/b&gt; width, &lt;b&gt;Del&lt;/b&gt; clear, &lt;b&gt;Ctrl+Z&lt;/b&gt; undo</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>Disegna con il tasto sinistro, cancella con il destro o con Maiusc&lt;br&gt;&lt;b&gt;B&lt;/b&gt; pennello, &lt;b&gt;E&lt;/b&gt; gomma, &lt;b&gt;X&lt;/b&gt; singoli pixel (anche con i tasti freccia e Spazio)&lt;br&gt;&lt;b&gt;[&lt;/b&gt; e &lt;b&gt;]&lt;/b&gt; larghezza, &lt;b&gt;Canc&lt;/b&gt; svuota, &lt;b&gt;Ctrl+Z&lt;/b&gt; annulla</translation>
    </message>
    <message>
        <source>clear the pad</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>svuotamento del foglio</translation>
    </message>
    <message>
        <source>Find a command</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>Trova un comando</translation>
    </message>
    <message>
        <source>What do you want to do? Type any words of it, or its initials.</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>Che cosa vuoi fare? Scrivi qualche parola del comando, o le sue iniziali.</translation>
    </message>
    <message>
        <source>Commands found</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>Comandi trovati</translation>
    </message>
    <message>
        <source>cannot be done now</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>ora non si può fare</translation>
    </message>
    <message>
        <source>Nothing in this window is called so. Try fewer letters.</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>In questa finestra nulla si chiama così. Prova con meno lettere.</translation>
    </message>
    <message>
        <source>“{command}” cannot be done now.</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>“{command}” ora non si può fare.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Schermo intero</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Pannello &amp;successivo</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Pannello &amp;precedente</translation>
    </message>
    <message>
        <source>&amp;Close this panel</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>&amp;Chiudi questo pannello</translation>
    </message>
    <message>
        <source>The one that has the focus; View, Panels brings it back</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Quello che riceve i tasti; Vista, Pannelli lo ripristina</translation>
    </message>
    <message>
        <source>Conte&amp;xt menu</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Menu conte&amp;stuale</translation>
    </message>
    <message>
        <source>What can be done with what has the focus</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Che cosa si può fare con ciò che riceve i tasti</translation>
    </message>
    <message>
        <source>No panel has the focus: F6 goes from one to the next.</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation>Nessun pannello riceve i tasti: F6 passa dall’uno all’altro.</translation>
    </message>
    <message>
        <source>Choose the path tool above the map (W) and drag from one place to another: the images on the way stand here. Near a code the pin takes its image, so that another run can walk between the same two.</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Scegli lo strumento percorso sopra la mappa (W) e trascina da un punto a un altro: qui stanno le immagini lungo la via. Vicino a un codice la puntina ne prende l’immagine, così che un’altra run possa andare dall’una all’altra.</translation>
    </message>
    <message>
        <source>straight line</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>linea retta</translation>
    </message>
    <message>
        <source>spherical: around the origin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>sferica: attorno all’origine</translation>
    </message>
    <message>
        <source>shortest in images</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>la più breve in immagini</translation>
    </message>
    <message>
        <source>Images along the path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Immagini lungo il percorso</translation>
    </message>
    <message>
        <source>Kind of path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Tipo di percorso</translation>
    </message>
    <message>
        <source>Pins</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Puntine</translation>
    </message>
    <message>
        <source>The pins of the path: drag to reorder, F2 to rename, Del to remove; Ctrl+Z takes it back</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Le puntine del percorso: trascina per riordinare, F2 per rinominare, Canc per rimuovere; Ctrl+Z annulla</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>vaegui/ui/path_panel.py, vaegui/ui/removing.py</extracomment>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>vaegui/ui/path_panel.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>Rinomina</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>&amp;Qui</translation>
    </message>
    <message>
        <source>Set a pin at the target</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Metti una puntina sul bersaglio</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>Remove all pins (Ctrl+Z takes it back)</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Rimuovi tutte le puntine (Ctrl+Z annulla)</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Pla&amp;y</translation>
    </message>
    <message>
        <source>Walk along the path and back: the target moves, and the image with it</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Percorri la via e torna indietro: il bersaglio si muove, e l’immagine con esso</translation>
    </message>
    <message>
        <source>Fil&amp;m…</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Fi&amp;lm…</translation>
    </message>
    <message>
        <source>Make a GIF or an MP4 of the walk: the map with the moving target, and the image</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Crea una GIF o un MP4 del percorso: la mappa con il bersaglio in movimento, e l’immagine</translation>
    </message>
    <message>
        <source>Position along the path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Posizione lungo il percorso</translation>
    </message>
    <message>
        <source>How far along the path the target is</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>A che punto del percorso è il bersaglio</translation>
    </message>
    <message>
        <source>Codes nearby along the path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Codici vicini lungo il percorso</translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Sposta su</translation>
    </message>
    <message>
        <source>Move down</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Sposta giù</translation>
    </message>
    <message>
        <source>rename a pin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>ridenominazione di una puntina</translation>
    </message>
    <message>
        <source>reorder pins</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>riordino delle puntine</translation>
    </message>
    <message>
        <source>remove a pin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>rimozione di una puntina</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>&lt;b&gt;straight line&lt;/b&gt; between the pins&lt;br&gt;&lt;b&gt;spherical&lt;/b&gt; the angle and the distance from the origin change evenly: it stays where a Gaussian prior in many dimensions has its mass&lt;br&gt;&lt;b&gt;shortest in images&lt;/b&gt; a geodesic of the decoder’s pull-back metric</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>&lt;b&gt;linea retta&lt;/b&gt; fra le puntine&lt;br&gt;&lt;b&gt;sferica&lt;/b&gt; l’angolo e la distanza dall’origine cambiano in modo uniforme: resta dove un prior gaussiano in molte dimensioni ha la sua massa&lt;br&gt;&lt;b&gt;la più breve in immagini&lt;/b&gt; una geodetica della metrica pull-back del decoder</translation>
    </message>
    <message>
        <source>remove all pins</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>rimozione di tutte le puntine</translation>
    </message>
    <message>
        <source>Exact posterior and q, enlarged</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>Posterior esatto e q, ingranditi</translation>
    </message>
    <message>
        <source>Densities of the exact posterior and of q</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>Densità del posterior esatto e di q</translation>
    </message>
    <message>
        <source>Outlines hold 50, 90 and 99 % of the exact posterior.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>I contorni racchiudono il 50, il 90 e il 99 % del posterior esatto.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation>Ancora nulla</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation>Apri &amp;recenti</translation>
    </message>
    <message>
        <source>Recent &amp;datasets</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation>&amp;Dataset recenti</translation>
    </message>
    <message>
        <source>&amp;Recent lessons</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation>Lezioni &amp;recenti</translation>
    </message>
    <message>
        <source>Shapes</source>
        <extracomment>vaegui/ui/recent.py, vaegui/ui/train_panel.py</extracomment>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Choose it in the form that starts a training</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation>Sceglilo nel modulo che avvia un addestramento</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation>&amp;Svuota questo elenco</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>Ricostruzioni</translation>
    </message>
    <message>
        <source>Other &amp;images</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>Altre imma&amp;gini</translation>
    </message>
    <message>
        <source>Show other test images, here and in the denoising panel</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>Mostra altre immagini di test, qui e nel pannello Denoising</translation>
    </message>
    <message>
        <source>mean PSNR {means}</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>PSNR medio {means}</translation>
    </message>
    <message>
        <source>the mean of p(x|z) at the mean of q(z|x); below it the distortion −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)] in nats, of the image as the model sees it</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>la media di p(x|z) alla media di q(z|x); sotto, la distorsione −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)] in nat, dell’immagine come la vede il modello</translation>
    </message>
    <message>
        <source>reconstruction minus image: blue below, white equal, red above (of colours, the difference of each colour, halved, with grey for equal); below it the peak signal-to-noise ratio (PSNR) of the reconstruction in dB, larger is better</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>ricostruzione meno immagine: blu sotto, bianco uguale, rosso sopra (per i colori la differenza di ciascun colore, dimezzata, con il grigio per uguale); sotto, il rapporto segnale-rumore di picco (PSNR) della ricostruzione in dB, più alto è meglio</translation>
    </message>
    <message>
        <source>Here the mean over the test images that are shown.</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>Qui la media sulle immagini di test mostrate.</translation>
    </message>
    <message>
        <source>{nats} nats</source>
        <extracomment>vaegui/ui/reconstruction_panel.py, vaegui/ui/selecting.py</extracomment>
        <translation>{nats} nat</translation>
    </message>
    <message>
        <source>{decibel} dB</source>
        <extracomment>vaegui/ui/denoising_panel.py, vaegui/ui/reconstruction_panel.py, vaegui/ui/selecting.py</extracomment>
        <translation>{decibel} dB</translation>
    </message>
    <message>
        <source>The files that they were imported from stay where they are, and can be imported again.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>I file da cui sono state importate restano dove sono, e si possono importare di nuovo.</translation>
    </message>
    <message>
        <source>Remove the images of “{name}” from vaegui?</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Rimuovere da vaegui le immagini di “{name}”?</translation>
    </message>
    <message>
        <source>“{folder}” is in the trash, but the system does not say where. Restore it from there.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{folder}” è nel cestino, ma il sistema non dice dove. Ripristinala da lì.</translation>
    </message>
    <message>
        <source>“{folder}” was moved or replaced by another program, and is left as it is.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{folder}” è stata spostata o sostituita da un altro programma, e resta com’è.</translation>
    </message>
    <message>
        <source>They were made here: {how}. The images that they were made of stay.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Sono state create qui: {how}. Le immagini da cui sono state create restano.</translation>
    </message>
    <message>
        <source>“{name}” is in the trash now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{name}” ora è nel cestino.</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{name}” è stata ripristinata.</translation>
    </message>
    <message>
        <source>This run is being trained. Stop or cancel the training first.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Questa run è in addestramento. Prima ferma o annulla l’addestramento.</translation>
    </message>
    <message>
        <source>The images of “{name}” are back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Le immagini di “{name}” sono state ripristinate.</translation>
    </message>
    <message>
        <source>The images of “{name}” are in the trash now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Le immagini di “{name}” ora sono nel cestino.</translation>
    </message>
    <message>
        <source>“{folder}” is open in another window, or being trained there.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{folder}” è aperta in un’altra finestra, o vi è in addestramento.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself. Copy or save this, and send it to whoever looks after vaegui where you are, with a few words: what you did, what you expected, and what happened instead.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Nulla viene inviato da sé. Copia o salva questo testo e mandalo a chi si occupa di vaegui da te, con due parole: che cosa hai fatto, che cosa ti aspettavi, e che cosa è successo invece.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Segnala un problema</translation>
    </message>
    <message>
        <source>The report</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Il rapporto</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>Save the report</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Salva il rapporto</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Testo (*.txt)</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Log</translation>
    </message>
    <message>
        <source>The log</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Il log</translation>
    </message>
    <message>
        <source>What vaegui did, newest last. It stays on this machine.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Che cosa ha fatto vaegui, il più recente in fondo. Resta su questa macchina.</translation>
    </message>
    <message>
        <source>No log could be written.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Non è stato possibile scrivere un log.</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Salvato come {path}.</translation>
    </message>
    <message>
        <source>There is nothing in the log yet.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Nel log non c’è ancora nulla.</translation>
    </message>
    <message>
        <source>The mean of the test images, in nats per image. Compare only runs with the same likelihood.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>La media sulle immagini di test, in nat per immagine. Confronta solo run con la stessa verosimiglianza.</translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <extracomment>vaegui/ui/runs_panel.py, vaegui/ui/sharing.py</extracomment>
        <translation>Pagina &amp;web…</translation>
    </message>
    <message>
        <source>&amp;ONNX models…</source>
        <extracomment>vaegui/ui/runs_panel.py, vaegui/ui/sharing.py</extracomment>
        <translation>Modelli &amp;ONNX…</translation>
    </message>
    <message>
        <source>&amp;TensorBoard logs…</source>
        <extracomment>vaegui/ui/runs_panel.py, vaegui/ui/sharing.py</extracomment>
        <translation>Log di &amp;TensorBoard…</translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>vaegui/ui/plane_study.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>Run</translation>
    </message>
    <message>
        <source>for the first save that is whole</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>del primo salvataggio intero</translation>
    </message>
    <message>
        <source>The job may be slow or gone, or what it writes does not arrive here.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Il job può essere lento o finito, oppure ciò che scrive non arriva qui.</translation>
    </message>
    <message>
        <source>nothing new for {time}</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>nulla di nuovo da {time}</translation>
    </message>
    <message>
        <source>a newer save is on its way</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>un salvataggio più nuovo è in arrivo</translation>
    </message>
    <message>
        <source>{symbol} = {density:.2g}, {ratio} × the prior</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>{symbol} = {density:.2g}, {ratio} × il prior</translation>
    </message>
    <message>
        <source>as good as no density here, neither {symbol} nor the prior</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>qui quasi nessuna densità, né {symbol} né il prior</translation>
    </message>
    <message>
        <source>Target at {across} {x}, {up} {y}. {nearby}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Bersaglio in {across} {x}, {up} {y}. {nearby}.</translation>
    </message>
    <message>
        <source>A run that something else trains</source>
        <extracomment>vaegui/ui/live_bar.py</extracomment>
        <translation>Una run che altri addestrano</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>vaegui/ui/live_bar.py</extracomment>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Keep best</source>
        <extracomment>vaegui/ui/live_bar.py</extracomment>
        <translation>Conserva migliore</translation>
    </message>
    <message>
        <source>Ask the job to end training, and to keep and measure its best epoch; it can go on later</source>
        <extracomment>vaegui/ui/live_bar.py</extracomment>
        <translation>Chiedi al job di terminare l’addestramento, e di conservare e misurare la sua epoca migliore; potrà riprendere in seguito</translation>
    </message>
    <message>
        <source>Ask the job to put its best epoch so far aside, as a run of its own; training goes on</source>
        <extracomment>vaegui/ui/live_bar.py</extracomment>
        <translation>Chiedi al job di mettere da parte la sua epoca migliore finora, come run a sé; l’addestramento prosegue</translation>
    </message>
    <message>
        <source>The exact posterior is found in two dimensions only; see Bound for an estimate of log p(x).</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Il posterior esatto si trova solo in due dimensioni; per una stima di log p(x) vedi Limite.</translation>
    </message>
    <message>
        <source>This model’s codes have one dimension; a map needs two. Curves, samples, reconstruction and denoising work all the same.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>I codici di questo modello hanno una dimensione; una mappa ne richiede due. Curve, campioni, ricostruzione e denoising funzionano lo stesso.</translation>
    </message>
    <message>
        <source>Each place is decoded from the codes nearest to it (UMAP).</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Ogni posizione si decodifica dai codici più vicini a essa (UMAP).</translation>
    </message>
    <message numerus="yes">
        <source>A slice of the latent space: the other {count} dimensions are as at the target.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>
            <numerusform>Una sezione dello spazio latente: {count} altra dimensione è come nel bersaglio.</numerusform>
            <numerusform>Una sezione dello spazio latente: le altre {count} dimensioni sono come nel bersaglio.</numerusform>
        </translation>
    </message>
    <message>
        <source>{image}: q(z|x) at 1σ, 2σ, on this plane.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>{image}: q(z|x) a 1σ, 2σ, su questo piano.</translation>
    </message>
    <message>
        <source>UMAP prepares itself…</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>UMAP si prepara…</translation>
    </message>
    <message>
        <source>PCA</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>PCA</translation>
    </message>
    <message>
        <source>UMAP</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>UMAP</translation>
    </message>
    <message>
        <source>A slice of the latent space: the plane of PCA through the target.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Una sezione dello spazio latente: il piano della PCA che passa per il bersaglio.</translation>
    </message>
    <message>
        <source>{share:.0f} % of the prior’s mass in these two dimensions is in holes (below 0.1)</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Il {share:.0f} % della massa del prior in queste due dimensioni è in buchi (sotto 0.1)</translation>
    </message>
    <message>
        <source>Of the image under the pointer, or else nearest to the target: regions that hold 50, 90 and 99 % of the exact posterior (where codes have two dimensions), under the ellipses (1σ, 2σ) of the encoder’s q(z|x).</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Dell’immagine sotto il puntatore, o altrimenti della più vicina al bersaglio: regioni che contengono il 50, il 90 e il 99 % del posterior esatto (dove i codici hanno due dimensioni), sotto le ellissi (1σ, 2σ) della q(z|x) dell’encoder.</translation>
    </message>
    <message>
        <source>How many codes are nearby along the path: counted (solid), and as many as there would be if the codes were spread as the aggregate posterior q(z) is (dashed): N · area · q(z). Where codes have more than two dimensions, both are on the map.</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Quanti codici sono vicini lungo il percorso: contati (linea continua), e quanti ce ne sarebbero se i codici fossero distribuiti come il posterior aggregato q(z) (tratteggio): N · area · q(z). Dove i codici hanno più di due dimensioni, entrambi sono sulla mappa.</translation>
    </message>
    <message>
        <source>The mean of p(x|z) at equal steps along the path. Below each the number of codes nearby (0 is a hole in the data, where the decoder is on its own) and the density q(z); where codes have more than two dimensions, both on the map’s two axes. Click or drag to go along.</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>La media di p(x|z) a passi uguali lungo il percorso. Sotto ciascuna il numero di codici vicini (0 è un buco nei dati, dove il decoder è da solo) e la densità q(z); dove i codici hanno più di due dimensioni, entrambi sui due assi della mappa. Si clicchi o si trascini per percorrerlo.</translation>
    </message>
    <message>
        <source>Many runs at once, from a file that says what varies: “vaegui sweep FILE” on the command line.</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Molte run in una volta, da un file che dice che cosa varia: “vaegui sweep FILE” da riga di comando.</translation>
    </message>
    <message>
        <source>latent size D</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>dimensione latente D</translation>
    </message>
    <message>
        <source>study</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>studio</translation>
    </message>
    <message>
        <source>Which runs</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Quali run</translation>
    </message>
    <message>
        <source>Colour of the points</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Colore dei punti</translation>
    </message>
    <message>
        <source>What the points are coloured by; each colour has a shape of its own</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>In base a che cosa si colorano i punti; ogni colore ha una forma tutta sua</translation>
    </message>
    <message>
        <source>All runs</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Tutte le run</translation>
    </message>
    <message>
        <source>Runs on the plane</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Run sul piano</translation>
    </message>
    <message>
        <source>Double-click or press Enter to open a run; a click on a heading sorts.</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Doppio clic o Invio su una run per aprirla; un clic su un’intestazione ordina.</translation>
    </message>
    <message>
        <source>mean ± standard error, nats per image</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>media ± errore standard, nat per immagine</translation>
    </message>
    <message>
        <source>Rate–distortion plane</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>Piano tasso–distorsione</translation>
    </message>
    <message>
        <source>rate KL(q(z|x) ‖ p(z)), nats/image</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>tasso KL(q(z|x) ‖ p(z)), nat/immagine</translation>
    </message>
    <message>
        <source>distortion, nats/image</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>distorsione, nat/immagine</translation>
    </message>
    <message>
        <source>“{run}” is being trained by another program, and changes with every save. Keep best, above the map, puts its best epoch so far aside as a run of its own: open that one, or wait for the end of the training.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>“{run}” viene addestrata da un altro programma e cambia a ogni salvataggio. Conserva migliore, sopra la mappa, mette da parte la sua epoca migliore finora come run a sé: apri quella, o aspetta la fine dell’addestramento.</translation>
    </message>
    <message>
        <source>The training of this model has not ended. In more than two dimensions log p(x) takes seconds: it is estimated once the training is over.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>L’addestramento di questo modello non è finito. In più di due dimensioni log p(x) richiede secondi: sarà stimato quando l’addestramento sarà finito.</translation>
    </message>
    <message>
        <source>log p(x) of test image {row:,} is being estimated by importance sampling: {share:.0f} %</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Stima di log p(x) dell’immagine di test {row:,} con il campionamento per importanza: {share:.0f} %</translation>
    </message>
    <message>
        <source>ELBO {nats}</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>ELBO {nats}</translation>
    </message>
    <message>
        <source>gap {nats}</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>divario {nats}</translation>
    </message>
    <message numerus="yes">
        <source>{count} runs on the plane.</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>
            <numerusform>{count} run sul piano.</numerusform>
            <numerusform>{count} run sul piano.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no runs on the plane.</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>Non ci sono run sul piano.</translation>
    </message>
    <message>
        <source>Each point is a run; a click opens it, Ctrl+click compares it. Grey lines: rate and distortion add up to the same −ELBO. The bar below a point is its gap to −log p(x): solid where that is exact, dashed where it is estimated.</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>Ogni punto è una run; un clic la apre, Ctrl+clic la confronta. Linee grigie: la somma di tasso e distorsione è lo stesso −ELBO. La barra sotto un punto è il suo divario da −log p(x): continua dove è esatto, tratteggiata dove è stimato.</translation>
    </message>
    <message>
        <source>Run {letter}: rate {rate}, distortion {distortion} nats per image.</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>Run {letter}: tasso {rate}, distorsione {distortion} nat per immagine.</translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>in corso</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>finita</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>fallita</translation>
    </message>
    <message>
        <source>estimated: the gap of {images} test images by importance sampling, K = {draws}</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>stimato: il divario di {images} immagini di test con il campionamento per importanza, K = {draws}</translation>
    </message>
    <message>
        <source>Study</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>Studio</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>fallita: {why}</translation>
    </message>
    <message>
        <source>exact</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>esatto</translation>
    </message>
    <message>
        <source>{figure} exact</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>{figure} esatto</translation>
    </message>
    <message>
        <source>{figure} estimated</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>{figure} stimato</translation>
    </message>
    <message>
        <source>no study</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>nessuno studio</translation>
    </message>
    <message>
        <source>Trial</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>Prova</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>Stato</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>interrotta</translation>
    </message>
    <message>
        <source>Nobody on this machine trains it: the same command goes on with it from its last save.</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>Su questa macchina nessuno la addestra: lo stesso comando la riprende dal suo ultimo salvataggio.</translation>
    </message>
    <message>
        <source>Not known: “vaegui evaluate RUN --exact” estimates it.</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>Non noto: “vaegui evaluate RUN --exact” lo stima.</translation>
    </message>
    <message numerus="yes">
        <source>{count} runs without a rate</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>
            <numerusform>{count} run senza tasso</numerusform>
            <numerusform>{count} run senza tasso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} runs of other likelihoods</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>
            <numerusform>{count} run con un’altra verosimiglianza</numerusform>
            <numerusform>{count} run con altre verosimiglianze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} runs not measured</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>
            <numerusform>{count} run non misurata</numerusform>
            <numerusform>{count} run non misurate</numerusform>
        </translation>
    </message>
    <message>
        <source>no run that is measured has these images and this likelihood</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>nessuna run misurata ha queste immagini e questa verosimiglianza</translation>
    </message>
    <message>
        <source>no trial that is measured has the images and the likelihood of the open run</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>nessuna prova misurata ha le immagini e la verosimiglianza della run aperta</translation>
    </message>
    <message>
        <source>done, not here</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>finita, non qui</translation>
    </message>
    <message>
        <source>Its run “{run}” is not here: it was trained on {place}.</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>La sua run “{run}” non è qui: è stata addestrata su {place}.</translation>
    </message>
    <message>
        <source>Not on the plane: {runs}.</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>Non sul piano: {runs}.</translation>
    </message>
    <message>
        <source>{figure} nats per image</source>
        <extracomment>vaegui/ui/plane_study.py</extracomment>
        <translation>{figure} nat per immagine</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Verosimiglianza</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Tick a run to compare it with the open one.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Spunta una run per confrontarla con quella aperta.</translation>
    </message>
    <message>
        <source>How many times training went through all training images; “of” says that it was stopped before the end.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Quante volte l’addestramento ha percorso tutte le immagini di addestramento; “di” indica che è stato fermato prima della fine.</translation>
    </message>
    <message>
        <source>What kind of model it is, and how it was fitted.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Che tipo di modello è, e come è stato adattato.</translation>
    </message>
    <message>
        <source>The network between image and code, and the number of latent dimensions.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>La rete tra immagine e codice, e il numero di dimensioni latenti.</translation>
    </message>
    <message>
        <source>The images it was trained on; figures are of their test images.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Le immagini su cui è stata addestrata; i valori sono sulle loro immagini di test.</translation>
    </message>
    <message>
        <source>When its training began.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Quando è iniziato l’addestramento.</translation>
    </message>
    <message>
        <source>It is being trained, or the program ended while it was: Continue goes on from here.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>È in addestramento, o il programma si è chiuso durante l’addestramento: Continua riprende da qui.</translation>
    </message>
    <message>
        <source>It was trained to its end.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>È stata addestrata fino alla fine.</translation>
    </message>
    <message>
        <source>It was stopped: Continue goes on from here.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>È stata fermata: Continua riprende da qui.</translation>
    </message>
    <message>
        <source>Not measured: training was cut off.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Non misurata: l’addestramento è stato interrotto.</translation>
    </message>
    <message>
        <source>Tick runs to compare them with the open one.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Spunta le run da confrontare con quella aperta.</translation>
    </message>
    <message>
        <source>Move the run to the trash (Del)</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Sposta la run nel cestino (Canc)</translation>
    </message>
    <message>
        <source>Give the run another name (F2)</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Dai un altro nome alla run (F2)</translation>
    </message>
    <message>
        <source>Go on with its training: to the end, exactly as if it had never stopped; or, where it is finished, for more epochs, as a new run</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Riprendi il suo addestramento: fino alla fine, esattamente come se non si fosse mai fermato; oppure, se è finito, per altre epoche, come nuova run</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Sposta nel cestino</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>A&amp;pri</translation>
    </message>
    <message>
        <source>Co&amp;mpare with the open run</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>&amp;Confronta con la run aperta</translation>
    </message>
    <message>
        <source>The same as the tick (Space)</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Come la spunta (Spazio)</translation>
    </message>
    <message>
        <source>&amp;Continue its training</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Con&amp;tinua l’addestramento</translation>
    </message>
    <message>
        <source>&amp;Show in the file manager</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>&amp;Mostra nel gestore di file</translation>
    </message>
    <message>
        <source>Its folder</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>La sua cartella</translation>
    </message>
    <message>
        <source>Copy comman&amp;d</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Copia coman&amp;do</translation>
    </message>
    <message>
        <source>The line that trains the same run from a terminal</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>La riga che addestra la stessa run da un terminale</translation>
    </message>
    <message>
        <source>Co&amp;py this row</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Copia questa ri&amp;ga</translation>
    </message>
    <message>
        <source>Name, figures and settings, with tabs between them</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Nome, valori e impostazioni, separati da tabulazioni</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>&amp;Esporta</translation>
    </message>
    <message>
        <source>no latent variables</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>senza variabili latenti</translation>
    </message>
    <message>
        <source>Contin&amp;ue</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Contin&amp;ua</translation>
    </message>
    <message>
        <source>Copied: the command that trains this run.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Copiato: il comando che addestra questa run.</translation>
    </message>
    <message>
        <source>Something is training it: whoever opens it sees it learn.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>È in addestramento altrove: chi la apre la vede imparare.</translation>
    </message>
    <message>
        <source>Generated images</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Immagini generate</translation>
    </message>
    <message>
        <source>Generate ot&amp;hers</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>&amp;Genera altri</translation>
    </message>
    <message>
        <source>Draw other codes and decode them (G)</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Estrai altri codici e decodificali (G)</translation>
    </message>
    <message>
        <source>&amp;Generate others</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>&amp;Genera altri</translation>
    </message>
    <message>
        <source>Dra&amp;w pixels</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Estrai i pi&amp;xel</translation>
    </message>
    <message>
        <source>Show x ~ p(x|z), a draw of every pixel, in place of the mean of p(x|z)</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Mostra x ~ p(x|z), un’estrazione di ogni pixel, al posto della media di p(x|z)</translation>
    </message>
    <message>
        <source>From N(0, I)</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Da N(0, I)</translation>
    </message>
    <message>
        <source>Draw codes from N(0, I) in place of the density fitted to the autoencoder&apos;s codes: why it is no generator</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Estrai i codici da N(0, I) al posto della densità adattata ai codici dell’autoencoder: ecco perché non è un generatore</translation>
    </message>
    <message>
        <source>Images that the model generates. Click one to send the target to its code, where there is a map.</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation>Immagini che il modello genera. Fai clic su una per mandare il bersaglio sul suo codice, se c’è una mappa.</translation>
    </message>
    <message>
        <source>These test images are too many to measure each of them.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Queste immagini di test sono troppe per misurarle una per una.</translation>
    </message>
    <message>
        <source>It needs an encoder.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Serve un encoder.</translation>
    </message>
    <message>
        <source>These images have no labels.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Queste immagini non hanno etichette.</translation>
    </message>
    <message>
        <source>Measuring all test images…</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Misuro tutte le immagini di test…</translation>
    </message>
    <message>
        <source>Integrating log p(x)…</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Integro log p(x)…</translation>
    </message>
    <message>
        <source>Reconstructing…</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Ricostruisco…</translation>
    </message>
    <message>
        <source>select images</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>selezione di immagini</translation>
    </message>
    <message>
        <source>It needs a probability p(x) and two dimensions.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Servono una probabilità p(x) e due dimensioni.</translation>
    </message>
    <message>
        <source>The test images are not in memory: see the panel Reconstruction.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Le immagini di test non sono in memoria: vedi il pannello Ricostruzione.</translation>
    </message>
    <message>
        <source>select nothing</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>deselezione di tutto</translation>
    </message>
    <message>
        <source>select a class</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>selezione di una classe</translation>
    </message>
    <message>
        <source>The first {count} are shown.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>Si mostrano le prime {count}.</translation>
    </message>
    <message>
        <source>Nothing is selected. Draw around codes with the lasso (S) or the box (B) above the map, or choose here.</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Nulla è selezionato. Cerchia dei codici con il lazo (S) o il riquadro (B) sopra la mappa, o scegli qui.</translation>
    </message>
    <message>
        <source>of a class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>di una classe</translation>
    </message>
    <message>
        <source>All test images of a class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Tutte le immagini di test di una classe</translation>
    </message>
    <message>
        <source>worst reconstructed</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>peggio ricostruite</translation>
    </message>
    <message>
        <source>The images whose reconstruction by A has the lowest PSNR</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Le immagini la cui ricostruzione con A ha il PSNR più basso</translation>
    </message>
    <message>
        <source>largest gap</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>divario maggiore</translation>
    </message>
    <message>
        <source>The images with the largest log p(x) − ELBO = KL(q(z|x) ‖ p(z|x)) under A: where the encoder&apos;s q is farthest from the exact posterior</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Le immagini con il massimo log p(x) − ELBO = KL(q(z|x) ‖ p(z|x)) secondo A: dove la q dell’encoder è più lontana dal posterior esatto</translation>
    </message>
    <message>
        <source>test order</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>ordine del test</translation>
    </message>
    <message>
        <source>As the test set has them</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Come stanno nell’insieme di test</translation>
    </message>
    <message>
        <source>by class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>per classe</translation>
    </message>
    <message>
        <source>Class by class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Classe per classe</translation>
    </message>
    <message>
        <source>worst PSNR first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>prima il PSNR peggiore</translation>
    </message>
    <message>
        <source>By the PSNR of A&apos;s reconstruction, the worst first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Per il PSNR della ricostruzione con A, prima il peggiore</translation>
    </message>
    <message>
        <source>largest gap first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>prima il divario maggiore</translation>
    </message>
    <message>
        <source>By log p(x) − ELBO under A, the largest first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Per log p(x) − ELBO secondo A, prima il maggiore</translation>
    </message>
    <message>
        <source>Class to select</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Classe da selezionare</translation>
    </message>
    <message>
        <source>The class whose images are selected</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>La classe le cui immagini vengono selezionate</translation>
    </message>
    <message>
        <source>Number of images to select</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Numero di immagini da selezionare</translation>
    </message>
    <message>
        <source>How many images are selected</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Quante immagini vengono selezionate</translation>
    </message>
    <message>
        <source>Select</source>
        <extracomment>vaegui/ui/selection_panel.py, vaegui/ui/window.py</extracomment>
        <translation>Seleziona</translation>
    </message>
    <message>
        <source>Select these images, on all maps</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Seleziona queste immagini, su tutte le mappe</translation>
    </message>
    <message>
        <source>Select nothin&amp;g</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>D&amp;eseleziona</translation>
    </message>
    <message>
        <source>Forget the selection; Ctrl+Z brings it back</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Dimentica la selezione; Ctrl+Z la ripristina</translation>
    </message>
    <message>
        <source>Write the selected images, their labels and codes: CSV, NPZ or Parquet</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Scrivi le immagini selezionate, le loro etichette e i codici: CSV, NPZ o Parquet</translation>
    </message>
    <message>
        <source>Make a dataset of these images, or without them, or give them another class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Crea un dataset con queste immagini, o senza di esse, o assegna loro un’altra classe</translation>
    </message>
    <message>
        <source>Selected images</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Immagini selezionate</translation>
    </message>
    <message>
        <source>Which images to select</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Quali immagini selezionare</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Ordine</translation>
    </message>
    <message>
        <source>Save…</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Salva…</translation>
    </message>
    <message>
        <source>New dataset…</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation>Nuovo dataset…</translation>
    </message>
    <message>
        <source>The test images are not on this machine yet; the panel Reconstruct says how to get them.</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Le immagini di test non sono ancora su questa macchina; il pannello Ricostruzione dice come averle.</translation>
    </message>
    <message>
        <source>Nothing is selected. Draw around codes with the lasso (S) or the box (B), or choose in the panel Select.</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Nulla è selezionato. Circonda dei codici con il lazo (S) o il riquadro (B), o scegli nel pannello Seleziona.</translation>
    </message>
    <message>
        <source>&amp;Copy the map as a figure</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>&amp;Copia la mappa come figura</translation>
    </message>
    <message>
        <source>Each panel&apos;s context menu has the same for what it shows</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Il menu contestuale di ogni pannello offre lo stesso per ciò che mostra</translation>
    </message>
    <message>
        <source>&amp;Figure of</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>&amp;Figura di</translation>
    </message>
    <message>
        <source>Fil&amp;m of</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Fil&amp;mato di</translation>
    </message>
    <message>
        <source>&amp;Selected images…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Immagini &amp;selezionate…</translation>
    </message>
    <message>
        <source>Images, labels and codes: CSV, NPZ or Parquet</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Immagini, etichette e codici: CSV, NPZ o Parquet</translation>
    </message>
    <message>
        <source>&amp;New dataset…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>&amp;Nuovo dataset…</translation>
    </message>
    <message>
        <source>Of the selected images, without them, or of the shown classes</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Con le immagini selezionate, senza di esse, o con le classi mostrate</translation>
    </message>
    <message>
        <source>One file with the map and the decoder, for any browser, without a network</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Un solo file con la mappa e il decoder, per qualsiasi browser, senza rete</translation>
    </message>
    <message>
        <source>Encoder and decoder for other programs, checked against PyTorch</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Encoder e decoder per altri programmi, verificati contro PyTorch</translation>
    </message>
    <message>
        <source>Curves, images, and codes for its embedding projector</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Curve, immagini e codici per il suo proiettore di embedding</translation>
    </message>
    <message>
        <source>As PNG, SVG or PDF</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Come PNG, SVG o PDF</translation>
    </message>
    <message>
        <source>As MP4 or GIF</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>Come MP4 o GIF</translation>
    </message>
    <message>
        <source>The images of the dataset are not in memory: the panel Reconstruct (right) says why, and what to do.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>Le immagini del dataset non sono in memoria: il pannello Ricostruzione (a destra) dice perché, e che cosa fare.</translation>
    </message>
    <message>
        <source>A model is being trained. What it is worth can be measured once it is saved.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>È in corso un addestramento. Quanto vale il modello si potrà misurare quando sarà salvato.</translation>
    </message>
    <message>
        <source>These images have no labels, so there are no classes to tell apart.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>Queste immagini non hanno etichette: non ci sono classi da distinguere.</translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: there is nothing for a classifier to start from.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>Questa run è stata fermata prima di addestrare l’encoder: un classificatore non ha nulla da cui partire.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>Misura…</translation>
    </message>
    <message>
        <source>Adding noise…</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>Aggiunta di rumore…</translation>
    </message>
    <message>
        <source>Fine-tuning…</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>Fine-tuning…</translation>
    </message>
    <message>
        <source>finding principal components</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>calcolo delle componenti principali</translation>
    </message>
    <message>
        <source>epoch {epoch:.0f} of {epochs}</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>epoca {epoch:.0f} di {epochs}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Dataset&lt;/b&gt;&lt;br&gt;What the model learns. Digits come with the program, shapes are drawn on the fly; the button beside it adds images of your own.</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>&lt;b&gt;Dataset&lt;/b&gt;&lt;br&gt;Ciò che il modello impara. Digits è incluso nel programma, le forme sono disegnate al momento; il pulsante accanto aggiunge immagini tue.</translation>
    </message>
    <message>
        <source>Add images of your own: a folder, or a file</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Aggiungi immagini tue: una cartella o un file</translation>
    </message>
    <message>
        <source>Add images of your own</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Aggiungi immagini tue</translation>
    </message>
    <message>
        <source>From the lecture</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Dal corso</translation>
    </message>
    <message>
        <source>Fill in the form for one of the lecture&apos;s models</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Compila il modulo per uno dei modelli del corso</translation>
    </message>
    <message>
        <source>Train this model; the map, the curves and the panels follow while it learns</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Addestra questo modello; mappa, curve e pannelli lo seguono mentre impara</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Avanzamento dell’addestramento</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Pa&amp;usa</translation>
    </message>
    <message>
        <source>Hold training; everything else goes on</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Sospendi l’addestramento; tutto il resto continua</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>&amp;Ferma</translation>
    </message>
    <message>
        <source>End training now and keep the run</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Termina ora l’addestramento e conserva la run</translation>
    </message>
    <message>
        <source>End training now and discard the run</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Termina ora l’addestramento e scarta la run</translation>
    </message>
    <message>
        <source>Stopping: measuring the best epoch and saving the run…</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Arresto: misuro l’epoca migliore e salvo la run…</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Modello</translation>
    </message>
    <message>
        <source>This run was there before: there is nothing to discard. Stop keeps what was learned.</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Questa run c’era già: non c’è nulla da scartare. Ferma conserva ciò che è stato appreso.</translation>
    </message>
    <message>
        <source>Saved at epoch {epoch:.4g}: from there it can go on, whatever happens.</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Salvata all’epoca {epoch:.4g}: da lì può riprendere, qualunque cosa accada.</translation>
    </message>
    <message>
        <source>Starting on {device}: {train_images:,} images, {validation_images:,} held out…</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Avvio su {device}: {train_images:,} immagini, {validation_images:,} riservate…</translation>
    </message>
    <message>
        <source>Saved. Measuring the best epoch on the test images…</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Salvata. Misuro l’epoca migliore sulle immagini di test…</translation>
    </message>
    <message>
        <source>Skip measurin&amp;g</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>&amp;Salta la misura</translation>
    </message>
    <message>
        <source>Keep the run without figures; “vaegui evaluate” measures it later</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Conserva la run senza valori; “vaegui evaluate” la misura in seguito</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>Ripre&amp;ndi</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>vaegui/ui/undo.py</extracomment>
        <translation>&amp;Annulla</translation>
    </message>
    <message numerus="yes">
        <source>remove {count} images from outside</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>
            <numerusform>rimozione di un’immagine esterna</numerusform>
            <numerusform>rimozione di {count} immagini esterne</numerusform>
        </translation>
    </message>
    <message>
        <source>show only some classes</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>visualizzazione solo di alcune classi</translation>
    </message>
    <message>
        <source>show all classes</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>visualizzazione di tutte le classi</translation>
    </message>
    <message>
        <source>Undo history</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>Com’era all’inizio</translation>
    </message>
    <message>
        <source>Click a line, and everything is as it was right after that.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>Fai clic su una riga, e tutto torna com’era subito dopo.</translation>
    </message>
    <message numerus="yes">
        <source>{count} images are removed. {key} brings them back.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>
            <numerusform>L’immagine è rimossa. {key} la ripristina.</numerusform>
            <numerusform>{count} immagini sono rimosse. {key} le ripristina.</numerusform>
        </translation>
    </message>
    <message>
        <source>stop comparing</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>fine del confronto</translation>
    </message>
    <message>
        <source>set a pin</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>nuova puntina</translation>
    </message>
    <message>
        <source>Looking for the shortest path…</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>Cerco il percorso più breve…</translation>
    </message>
    <message>
        <source>move a pin</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>spostamento di una puntina</translation>
    </message>
    <message>
        <source>set pins</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>nuove puntine</translation>
    </message>
    <message>
        <source>Here with its sign turned, in nats per image.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>Qui con il segno cambiato, in nat per immagine.</translation>
    </message>
    <message>
        <source>In nats per image: it leads from −distortion down to the ELBO.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>In nat per immagine: porta da −distorsione giù all’ELBO.</translation>
    </message>
    <message>
        <source>In nats per image.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>In nat per immagine.</translation>
    </message>
    <message>
        <source>In nats per image: all that the ELBO lacks.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>In nat per immagine: tutto ciò che manca all’ELBO.</translation>
    </message>
    <message>
        <source>Here the best that a Gaussian q* can reach for this image alone, in nats per image.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>Qui il meglio che una gaussiana q* può raggiungere per questa sola immagine, in nat per immagine.</translation>
    </message>
    <message>
        <source>What log p(x) is made of</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>Di che cosa è fatto log p(x)</translation>
    </message>
    <message>
        <source>In nats per image: {figures}</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation>In nat per immagine: {figures}</translation>
    </message>
    <message>
        <source>amortisation gap</source>
        <extracomment>vaegui/ui/waterfall.py, the glossary</extracomment>
        <translation>divario di ammortamento</translation>
    </message>
    <message>
        <source>approximation gap</source>
        <extracomment>vaegui/ui/waterfall.py, the glossary</extracomment>
        <translation>divario di approssimazione</translation>
    </message>
    <message>
        <source>Decoded</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Decodificata</translation>
    </message>
    <message>
        <source>Reconstruct</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Ricostruzione</translation>
    </message>
    <message>
        <source>Denoise</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Denoising</translation>
    </message>
    <message>
        <source>Bound</source>
        <extracomment>vaegui/ui/metrics_plot.py, vaegui/ui/window.py</extracomment>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Samples</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Campioni</translation>
    </message>
    <message>
        <source>Curves</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Curve</translation>
    </message>
    <message>
        <source>Path</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Percorso</translation>
    </message>
    <message>
        <source>Figures</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Valori</translation>
    </message>
    <message>
        <source>Noise</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Rumore</translation>
    </message>
    <message>
        <source>Few labels</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Poche etichette</translation>
    </message>
    <message>
        <source>Gaps</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Divari</translation>
    </message>
    <message>
        <source>Gradients</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Gradienti</translation>
    </message>
    <message>
        <source>Factors</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Fattori</translation>
    </message>
    <message>
        <source>What trains. &lt;b&gt;compiled&lt;/b&gt;: the step has become a library made for this network and this processor, which computes the same faster. It is made while training goes on, once that turns out to take long.</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Che cosa addestra. &lt;b&gt;compilato&lt;/b&gt;: il passo è diventato una libreria fatta per questa rete e questo processore, che calcola lo stesso più in fretta. Viene creata durante l’addestramento, quando questo si rivela lungo.</translation>
    </message>
    <message>
        <source>z</source>
        <extracomment>the glossary</extracomment>
        <translation>z</translation>
    </message>
    <message>
        <source>A number that is never observed, and that the model explains an image by.</source>
        <extracomment>the glossary</extracomment>
        <translation>Un numero mai osservato, con cui il modello spiega un’immagine.</translation>
    </message>
    <message>
        <source>code</source>
        <extracomment>the glossary</extracomment>
        <translation>codice</translation>
    </message>
    <message>
        <source>z, or its mean μ(x)</source>
        <extracomment>the glossary</extracomment>
        <translation>z, o la sua media μ(x)</translation>
    </message>
    <message>
        <source>Where the encoder puts an image: a Gaussian in latent space, whose mean is the image’s point on the map.</source>
        <extracomment>the glossary</extracomment>
        <translation>Dove l’encoder mette un’immagine: una gaussiana nello spazio latente, la cui media è il punto dell’immagine sulla mappa.</translation>
    </message>
    <message>
        <source>encoder</source>
        <extracomment>the glossary</extracomment>
        <translation>encoder</translation>
    </message>
    <message>
        <source>q_φ(z|x) = N(μ(x), diag σ²(x))</source>
        <extracomment>the glossary</extracomment>
        <translation>q_φ(z|x) = N(μ(x), diag σ²(x))</translation>
    </message>
    <message>
        <source>The network that says of an image where its code is, and how sure it is of that.</source>
        <extracomment>the glossary</extracomment>
        <translation>La rete che dice di un’immagine dov’è il suo codice, e quanto ne è sicura.</translation>
    </message>
    <message>
        <source>decoder</source>
        <extracomment>the glossary</extracomment>
        <translation>decoder</translation>
    </message>
    <message>
        <source>p_θ(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation>p_θ(x|z)</translation>
    </message>
    <message>
        <source>The network that says of a code which images belong there: the mean of each pixel, and how sure it is.</source>
        <extracomment>the glossary</extracomment>
        <translation>La rete che dice di un codice quali immagini gli corrispondono: la media di ogni pixel, e quanto ne è sicura.</translation>
    </message>
    <message>
        <source>prior</source>
        <extracomment>the glossary</extracomment>
        <translation>prior</translation>
    </message>
    <message>
        <source>p(z) = N(0, I)</source>
        <extracomment>the glossary</extracomment>
        <translation>p(z) = N(0, I)</translation>
    </message>
    <message>
        <source>Where codes are before an image is seen; samples are decoded from it.</source>
        <extracomment>the glossary</extracomment>
        <translation>Dove stanno i codici prima di vedere un’immagine; da qui si decodificano i campioni.</translation>
    </message>
    <message>
        <source>likelihood</source>
        <extracomment>the glossary</extracomment>
        <translation>verosimiglianza</translation>
    </message>
    <message>
        <source>p(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation>p(x|z)</translation>
    </message>
    <message>
        <source>How probable the decoder finds an image, pixel by pixel, once the code is known.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto il decoder trova probabile un’immagine, pixel per pixel, noto il codice.</translation>
    </message>
    <message>
        <source>log ∫ p(z) p(x|z) dz</source>
        <extracomment>the glossary</extracomment>
        <translation>log ∫ p(z) p(x|z) dz</translation>
    </message>
    <message>
        <source>What the whole model says of an image, the marginal over all codes: exact here for up to two dimensions.</source>
        <extracomment>the glossary</extracomment>
        <translation>Ciò che l’intero modello dice di un’immagine, la marginale su tutti i codici: qui esatta fino a due dimensioni.</translation>
    </message>
    <message>
        <source>posterior</source>
        <extracomment>the glossary</extracomment>
        <translation>posterior</translation>
    </message>
    <message>
        <source>p(z|x) = p(z) p(x|z) / p(x)</source>
        <extracomment>the glossary</extracomment>
        <translation>p(z|x) = p(z) p(x|z) / p(x)</translation>
    </message>
    <message>
        <source>q(z|x)</source>
        <extracomment>the glossary</extracomment>
        <translation>q(z|x)</translation>
    </message>
    <message>
        <source>q(z|x) ≈ p(z|x)</source>
        <extracomment>the glossary</extracomment>
        <translation>q(z|x) ≈ p(z|x)</translation>
    </message>
    <message>
        <source>A Gaussian that stands for the posterior, because in more dimensions nobody can compute that one.</source>
        <extracomment>the glossary</extracomment>
        <translation>Una gaussiana che sta al posto del posterior, perché in più dimensioni nessuno può calcolarlo.</translation>
    </message>
    <message>
        <source>q(z) = 1/N Σ q(z|xₙ)</source>
        <extracomment>the glossary</extracomment>
        <translation>q(z) = 1/N Σ q(z|xₙ)</translation>
    </message>
    <message>
        <source>Where the codes of all images are; the prior should look like it, and where it is far below p(z) is a hole.</source>
        <extracomment>the glossary</extracomment>
        <translation>Dove stanno i codici di tutte le immagini; il prior dovrebbe somigliargli, e dove è molto sotto p(z) c’è un buco.</translation>
    </message>
    <message>
        <source>manifold</source>
        <extracomment>the glossary</extracomment>
        <translation>varietà</translation>
    </message>
    <message>
        <source>{E[x|z] : z}</source>
        <extracomment>the glossary</extracomment>
        <translation>{E[x|z] : z}</translation>
    </message>
    <message>
        <source>All images that the decoder can draw: a curved sheet among all possible images, laid out flat on the map.</source>
        <extracomment>the glossary</extracomment>
        <translation>Tutte le immagini che il decoder sa disegnare: un foglio curvo fra tutte le immagini possibili, disteso piatto sulla mappa.</translation>
    </message>
    <message>
        <source>nat</source>
        <extracomment>the glossary</extracomment>
        <translation>nat</translation>
    </message>
    <message>
        <source>−log p, natural logarithm</source>
        <extracomment>the glossary</extracomment>
        <translation>−log p, logaritmo naturale</translation>
    </message>
    <message>
        <source>The unit of information: 1 nat is 1.44 bits; figures here are summed over the pixels of an image.</source>
        <extracomment>the glossary</extracomment>
        <translation>L’unità di informazione: 1 nat è 1.44 bit; qui i valori sono sommati sui pixel di un’immagine.</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <extracomment>the glossary</extracomment>
        <translation>divergenza KL</translation>
    </message>
    <message>
        <source>KL(q ‖ p) = ∫ q (log q − log p) ≥ 0</source>
        <extracomment>the glossary</extracomment>
        <translation>KL(q ‖ p) = ∫ q (log q − log p) ≥ 0</translation>
    </message>
    <message>
        <source>The extra nats it costs to describe what is from q as if it were from p: none only where they are the same.</source>
        <extracomment>the glossary</extracomment>
        <translation>I nat in più che costa descrivere ciò che viene da q come se venisse da p: nessuno solo dove sono uguali.</translation>
    </message>
    <message>
        <source>rate</source>
        <extracomment>vaegui/explanations.py, vaegui/runs.py, vaegui/ui/plane_plot.py, vaegui/ui/waterfall.py, the glossary</extracomment>
        <translation>tasso</translation>
    </message>
    <message>
        <source>KL(q(z|x) ‖ p(z))</source>
        <extracomment>the glossary</extracomment>
        <translation>KL(q(z|x) ‖ p(z))</translation>
    </message>
    <message>
        <source>Nats spent on saying where the code is, beyond what the prior already says.</source>
        <extracomment>the glossary</extracomment>
        <translation>I nat spesi per dire dov’è il codice, oltre ciò che il prior dice già.</translation>
    </message>
    <message>
        <source>distortion</source>
        <extracomment>vaegui/explanations.py, vaegui/runs.py, vaegui/ui/plane_plot.py, the glossary</extracomment>
        <translation>distorsione</translation>
    </message>
    <message>
        <source>{file} holds {size:,.1f} GB; {most:.1f} is the most of its kind.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} contiene {size:,.1f} GB; per questo tipo il massimo è {most:.1f}.</translation>
    </message>
    <message>
        <source>{file} holds {what}; whole or real numbers are what is read. Save it as uint8.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} contiene {what}; si leggono numeri interi o reali. Salvalo come uint8.</translation>
    </message>
    <message>
        <source>{file} is broken: its header does not say what it holds.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} è danneggiato: l’intestazione non dice che cosa contiene.</translation>
    </message>
    <message>
        <source>{file} was cut short: {bytes:,} bytes are missing.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} è troncato: mancano {bytes:,} byte.</translation>
    </message>
    <message>
        <source>{file} takes more memory than there is.</source>
        <extracomment>vaegui/arrays.py, vaegui/pictures.py</extracomment>
        <translation>{file} richiede più memoria di quanta ce ne sia.</translation>
    </message>
    <message>
        <source>{file} has too many members.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} ha troppi membri.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). If its download was cut short, delete it.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} non si può leggere ({reason}). Se il download si è interrotto, eliminalo.</translation>
    </message>
    <message>
        <source>{file} is broken, or of a kind that is not read here.</source>
        <extracomment>vaegui/arrays.py, vaegui/pictures.py</extracomment>
        <translation>{file}: contenuto danneggiato, o di un tipo che qui non si legge.</translation>
    </message>
    <message>
        <source>{file} is not an array of NumPy&apos;s.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} non è un array di NumPy.</translation>
    </message>
    <message>
        <source>{file} is broken: its header is too long.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>{file} è danneggiato: l’intestazione è troppo lunga.</translation>
    </message>
    <message>
        <source>Save it with np.ascontiguousarray.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation>Salvalo con np.ascontiguousarray.</translation>
    </message>
    <message>
        <source>PSNR, {per_cent:g} % masking</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation>PSNR, {per_cent:g} % mascheramento</translation>
    </message>
    <message>
        <source>PSNR, {per_cent:g} % Gaussian noise</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation>PSNR, {per_cent:g} % rumore gaussiano</translation>
    </message>
    <message>
        <source>PSNR, {per_cent:g} % salt and pepper</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation>PSNR, {per_cent:g} % sale e pepe</translation>
    </message>
    <message>
        <source>The images are {image_shape}, but {run} is for {run_shape}.</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation>Le immagini sono {image_shape}, ma {run} è per {run_shape}.</translation>
    </message>
    <message>
        <source>UMAP needs {count} codes at least. The map stays as it is; the plane of PCA is shown for any.</source>
        <extracomment>vaegui/embedding.py</extracomment>
        <translation>UMAP richiede almeno {count} codici. La mappa resta com’è; il piano della PCA si mostra con qualsiasi numero.</translation>
    </message>
    <message>
        <source>UMAP failed: {reason}. The map stays as it is.</source>
        <extracomment>vaegui/embedding.py</extracomment>
        <translation>UMAP non è riuscita: {reason}. La mappa resta com’è.</translation>
    </message>
    <message>
        <source>UMAP could not be run: {reason}. The map stays as it is.</source>
        <extracomment>vaegui/embedding.py</extracomment>
        <translation>Non è stato possibile eseguire UMAP: {reason}. La mappa resta com’è.</translation>
    </message>
    <message>
        <source>The test images are {image_shape}, but the model is for {model_shape}.</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation>Le immagini di test sono {image_shape}, ma il modello è per {model_shape}.</translation>
    </message>
    <message>
        <source>Which dimensions does the model use?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Quali dimensioni usa il modello?</translation>
    </message>
    <message>
        <source>rate = Σ&lt;sub&gt;d&lt;/sub&gt; KL(q(z&lt;sub&gt;d&lt;/sub&gt;|x) ‖ p(z&lt;sub&gt;d&lt;/sub&gt;))&lt;br&gt;KL(q(z&lt;sub&gt;d&lt;/sub&gt;|x) ‖ p(z&lt;sub&gt;d&lt;/sub&gt;)) = ½ (σ&lt;sub&gt;d&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; + μ&lt;sub&gt;d&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − 1 − log σ&lt;sub&gt;d&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;) ≥ 0</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>tasso = Σ&lt;sub&gt;d&lt;/sub&gt; KL(q(z&lt;sub&gt;d&lt;/sub&gt;|x) ‖ p(z&lt;sub&gt;d&lt;/sub&gt;))&lt;br&gt;KL(q(z&lt;sub&gt;d&lt;/sub&gt;|x) ‖ p(z&lt;sub&gt;d&lt;/sub&gt;)) = ½ (σ&lt;sub&gt;d&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; + μ&lt;sub&gt;d&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − 1 − log σ&lt;sub&gt;d&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;) ≥ 0</translation>
    </message>
    <message>
        <source>q and the prior are products over dimensions, so the rate is a sum over them. Where a dimension costs more rate than it saves distortion, the bound is best with q(z&lt;sub&gt;d&lt;/sub&gt;|x) = p(z&lt;sub&gt;d&lt;/sub&gt;): it tells nothing of x, and the decoder learns not to look at it. Nothing but such costs gives an axis a meaning of its own, which is why PCA’s plane may show classes better than any two axes.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>q e il prior sono prodotti sulle dimensioni, quindi il tasso è una somma su di esse. Dove una dimensione costa più tasso della distorsione che risparmia, il limite è migliore con q(z&lt;sub&gt;d&lt;/sub&gt;|x) = p(z&lt;sub&gt;d&lt;/sub&gt;): non dice nulla di x, e il decoder impara a non guardarla. Nient’altro che questi costi dà a un asse un significato proprio; perciò il piano della PCA può mostrare le classi meglio di due assi qualsiasi.</translation>
    </message>
    <message>
        <source>What is the rate spent for?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Per che cosa si spende il tasso?</translation>
    </message>
    <message>
        <source>−log p(x) ≤ −ELBO = rate + distortion&lt;br&gt;rate = KL(q(z|x) ‖ p(z)), distortion = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)]&lt;br&gt;loss = distortion + β · rate</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>−log p(x) ≤ −ELBO = tasso + distorsione&lt;br&gt;tasso = KL(q(z|x) ‖ p(z)), distorsione = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)]&lt;br&gt;loss = distorsione + β · tasso</translation>
    </message>
    <message>
        <source>One ELBO can be had in many ways: far to the left the code says little and the decoder does everything, far to the right the code describes the image and reconstructions are sharp. The bound alone does not tell which, the plane does (Alemi et al. 2018, “Fixing a Broken ELBO”). A larger D helps as long as its curve comes further down; dimensions that are not needed collapse, and the points of different D coincide.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Uno stesso ELBO si ottiene in molti modi: all’estrema sinistra il codice dice poco e fa tutto il decoder, all’estrema destra il codice descrive l’immagine e le ricostruzioni sono nitide. Il limite da solo non dice quale dei due, il piano sì (Alemi et al. 2018, “Fixing a Broken ELBO”). Un D maggiore serve finché la sua curva scende più in basso; le dimensioni che non servono collassano, e i punti di D diversi coincidono.</translation>
    </message>
    <message>
        <source>Slide: {heading}</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Slide: {heading}</translation>
    </message>
    <message>
        <source>On the slide:</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>Sulla slide:</translation>
    </message>
    <message>
        <source>c(x&lt;sub&gt;noisy&lt;/sub&gt;|x)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>c(x&lt;sub&gt;rumorosa&lt;/sub&gt;|x)</translation>
    </message>
    <message>
        <source>x&lt;sub&gt;noisy&lt;/sub&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>x&lt;sub&gt;rumorosa&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>μ(x&lt;sub&gt;noisy&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>μ(x&lt;sub&gt;rumorosa&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>gap(x)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>divario(x)</translation>
    </message>
    <message>
        <source>a dimension of the code: a row, whose slider sets it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>una dimensione del codice: una riga, il cui cursore la imposta</translation>
    </message>
    <message>
        <source>the bars add up to it: each is the mean over test images, in nats per image, the largest on top</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la somma delle barre: ciascuna è la media sulle immagini di test, in nat per immagine, la maggiore in cima</translation>
    </message>
    <message>
        <source>near 1 with μ&lt;sub&gt;d&lt;/sub&gt; near 0 for every image where a row says “collapsed”</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>vicina a 1, con μ&lt;sub&gt;d&lt;/sub&gt; vicino a 0 per ogni immagine, dove una riga dice “collassata”</translation>
    </message>
    <message>
        <source>N(0, 1): the images of a row go from −3 to 3, all other dimensions as they are</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>N(0, 1): le immagini di una riga vanno da −3 a 3, con tutte le altre dimensioni come sono</translation>
    </message>
    <message>
        <source>length</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>lunghezza</translation>
    </message>
    <message>
        <source>accuracy</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>accuratezza</translation>
    </message>
    <message>
        <source>−distortion</source>
        <extracomment>vaegui/explanations.py, vaegui/families.py, vaegui/ui/waterfall.py</extracomment>
        <translation>−distorsione</translation>
    </message>
    <message>
        <source>rate, to the right: nats that say where the code of an image is</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il tasso, verso destra: i nat che dicono dov’è il codice di un’immagine</translation>
    </message>
    <message>
        <source>distortion, upwards: nats that the pixels cost once the code is known</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>la distorsione, verso l’alto: i nat che costano i pixel quando il codice è noto</translation>
    </message>
    <message>
        <source>the grey lines: all points of a line have the same sum, and the lower left is the best</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>le linee grigie: tutti i punti di una linea hanno la stessa somma, e in basso a sinistra è meglio</translation>
    </message>
    <message>
        <source>the foot of the bar below a point, so the length of the bar is the gap; solid where it is exact (D ≤ 2), dashed where it is estimated</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>il piede della barra sotto un punto: la lunghezza della barra è quindi il divario; continua dove è esatto (D ≤ 2), tratteggiata dove è stimato</translation>
    </message>
    <message>
        <source>what a nat of rate costs in training: on a curve of runs, the more of it, the further to the left</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation>ciò che un nat di tasso costa nell’addestramento: su una curva di run, quanto più costa, tanto più a sinistra</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images of {dataset}</source>
        <extracomment>vaegui/exports/derived.py, vaegui/ui/studies.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test di {dataset}</numerusform>
            <numerusform>{count:,} immagini di test di {dataset}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{dataset} without {count:,} test images</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>
            <numerusform>{dataset} senza {count:,} immagine di test</numerusform>
            <numerusform>{dataset} senza {count:,} immagini di test</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{dataset} with {count:,} test images in the class “{name}”</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>
            <numerusform>{dataset} con {count:,} immagine di test nella classe “{name}”</numerusform>
            <numerusform>{dataset} con {count:,} immagini di test nella classe “{name}”</numerusform>
        </translation>
    </message>
    <message>
        <source>{how}: {train:,} training and {test:,} test images in {classes} classes.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>{how}: {train:,} immagini di addestramento e {test:,} di test in {classes} classi.</translation>
    </message>
    <message>
        <source>{dataset}, only {classes}</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>{dataset}, solo {classes}</translation>
    </message>
    <message>
        <source>{dataset}, only {chosen} of {classes} classes</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>{dataset}, solo {chosen} classi su {classes}</translation>
    </message>
    <message>
        <source>{how}: {train:,} training and {test:,} test images without labels.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>{how}: {train:,} immagini di addestramento e {test:,} di test senza etichette.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images cannot be split for training and testing: select {fewest} at least.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test non si può dividere fra addestramento e test: selezionane almeno {fewest}.</numerusform>
            <numerusform>{count:,} immagini di test non si possono dividere fra addestramento e test: selezionane almeno {fewest}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The class needs a name of {letters} letters at the most that can be seen.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>La classe vuole un nome che si veda, di {letters} lettere al massimo.</translation>
    </message>
    <message>
        <source>{classes:,} classes are the most, and there are as many. Choose one of them.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>Le classi possono essere al massimo {classes:,}, e ci sono già tutte. Scegline una.</translation>
    </message>
    <message>
        <source>The images of {dataset} have no labels to choose by.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>Le immagini di {dataset} non hanno etichette in base a cui scegliere.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images would be left for training; {fewest} is the fewest.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>
            <numerusform>Resterebbe {count:,} immagine per l’addestramento; ne servono almeno {fewest}.</numerusform>
            <numerusform>Resterebbero {count:,} immagini per l’addestramento; ne servono almeno {fewest}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images would be left for testing; {fewest} is the fewest.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation>
            <numerusform>Resterebbe {count:,} immagine per il test; ne servono almeno {fewest}.</numerusform>
            <numerusform>Resterebbero {count:,} immagini per il test; ne servono almeno {fewest}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sweeping settings</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>Esplorare impostazioni (sweep)</translation>
    </message>
    <message>
        <source>The map of UMAP</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>La mappa di UMAP</translation>
    </message>
    <message numerus="yes">
        <source>{purpose} needs packages that are not installed: {packages}. Install them in the folder of vaegui’s sources with: pip install &apos;.[{extra}]&apos;</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation>
            <numerusform>{purpose} richiede un pacchetto che non è installato: {packages}. Installalo, nella cartella dei sorgenti di vaegui, con: pip install &apos;.[{extra}]&apos;</numerusform>
            <numerusform>{purpose} richiede pacchetti che non sono installati: {packages}. Installali, nella cartella dei sorgenti di vaegui, con: pip install &apos;.[{extra}]&apos;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: {count:,} frames in {seconds:.1f} s, {width:,} × {height:,} pixels, {size}.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>
            <numerusform>{file}: {count:,} fotogramma in {seconds:.1f} s, {width:,} × {height:,} pixel, {size}.</numerusform>
            <numerusform>{file}: {count:,} fotogrammi in {seconds:.1f} s, {width:,} × {height:,} pixel, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is no film: its name must end in .mp4 or .gif.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>{file} non è un filmato: il nome deve finire in .mp4 o .gif.</translation>
    </message>
    <message>
        <source>A film in {format} has from {least:g} to {most:g} frames per second, not {wanted:g}.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>Un filmato {format} ha da {least:g} a {most:g} fotogrammi al secondo, non {wanted:g}.</translation>
    </message>
    <message>
        <source>ffmpeg says “{words}”</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation>ffmpeg dice “{words}”</translation>
    </message>
    <message>
        <source>encoder.onnx and decoder.onnx are in {folder} ({size}, opset {opset}); ONNX Runtime and PyTorch differ by {worst:.0e} at the most.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>encoder.onnx e decoder.onnx sono in {folder} ({size}, opset {opset}); ONNX Runtime e PyTorch differiscono al massimo di {worst:.0e}.</translation>
    </message>
    <message>
        <source>decoder.onnx is in {folder} ({size}, opset {opset}); ONNX Runtime and PyTorch differ by {worst:.0e} at the most. Training was stopped before the encoder was fitted, so it is left out.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>decoder.onnx è in {folder} ({size}, opset {opset}); ONNX Runtime e PyTorch differiscono al massimo di {worst:.0e}. L’addestramento è stato fermato prima di adattare l’encoder, che quindi manca.</translation>
    </message>
    <message>
        <source>“{run}” was stopped in “{phase}”, when the rest of its layers were still as they were drawn at random. Train it on first.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>“{run}” è stata fermata in “{phase}”, quando gli altri strati erano ancora quelli estratti a caso. Prima continua ad addestrarla.</translation>
    </message>
    <message>
        <source>The weights of “{run}” take {size:.1f} GB; {most:.1f} GB is the most that an ONNX file holds. Nothing was written.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>I pesi di “{run}” occupano {size:.1f} GB; un file ONNX ne contiene al massimo {most:.1f}. Non è stato scritto nulla.</translation>
    </message>
    <message>
        <source>The {output} that ONNX Runtime computes from {file} is off from PyTorch&apos;s by {difference:.0e}, where {allowed:.0e} is the most that is let pass. Nothing was written.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>L’uscita {output} che ONNX Runtime calcola da {file} si scosta da quella di PyTorch di {difference:.0e}; è ammesso al massimo {allowed:.0e}. Non è stato scritto nulla.</translation>
    </message>
    <message>
        <source>ONNX or ONNX Runtime did not take {file}: {error}. Nothing was written. A newer version may help; in the folder of vaegui’s sources: pip install -U &apos;.[onnx]&apos;</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation>ONNX o ONNX Runtime non ha accettato {file}: {error}. Non è stato scritto nulla. Può servire una versione più recente; nella cartella dei sorgenti di vaegui: pip install -U &apos;.[onnx]&apos;</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images in {file} ({size}).</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine in {file} ({size}).</numerusform>
            <numerusform>{count:,} immagini in {file} ({size}).</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} ends in none of {endings}, so there is no telling what to write.</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation>{file} non finisce in nessuno di {endings}, quindi non si sa che cosa scrivere.</translation>
    </message>
    <message>
        <source>{points:,} points of curves, {pictures} pictures, {codes:,} codes for the projector with their images. Look at them with: {command}</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation>{points:,} punti di curve, {pictures} figure, {codes:,} codici per il proiettore con le loro immagini. Guardali con: {command}</translation>
    </message>
    <message>
        <source>{points:,} points of curves, {pictures} pictures. Look at them with: {command}</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation>{points:,} punti di curve, {pictures} figure. Guardali con: {command}</translation>
    </message>
    <message>
        <source>{points:,} points of curves, {pictures} pictures, {codes:,} codes for the projector. Look at them with: {command}</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation>{points:,} punti di curve, {pictures} figure, {codes:,} codici per il proiettore. Guardali con: {command}</translation>
    </message>
    <message>
        <source>Wrote {file}: {size}, weights in {precision}, rounded to fit.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Scritto {file}: {size}, pesi in {precision}, arrotondati perché ci stiano.</translation>
    </message>
    <message>
        <source>The decoder of “{run}” is too large for a web page: its {weights:,} weights take {size:.1f} MB in half precision, and there is room for {room:.1f} MB. No page was written; write the model as ONNX instead, or train one with fewer units.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Il decoder di “{run}” è troppo grande per una pagina web: i suoi {weights:,} pesi occupano {size:.1f} MB in mezza precisione, e c’è posto per {room:.1f} MB. Non è stata scritta nessuna pagina; scrivi invece il modello in ONNX, o addestrane uno con meno unità.</translation>
    </message>
    <message>
        <source>A latent map</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Una mappa latente</translation>
    </message>
    <message>
        <source>This page draws its map and decodes images with JavaScript, which is switched off here.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Questa pagina disegna la mappa e decodifica le immagini con JavaScript, che qui è disattivato.</translation>
    </message>
    <message>
        <source>Drag the target, or click anywhere.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Trascina il bersaglio, o fai clic dove vuoi.</translation>
    </message>
    <message>
        <source>Wheel zooms, Shift+drag moves the view, double click resets it.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>La rotellina ingrandisce, Maiusc+trascinamento sposta la vista, il doppio clic la ripristina.</translation>
    </message>
    <message>
        <source>Two fingers zoom, a double tap resets the view.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Due dita ingrandiscono, un doppio tocco ripristina la vista.</translation>
    </message>
    <message>
        <source>Arrow keys move the target, with Shift five times as far. Plus and minus zoom, Home resets the view.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>I tasti freccia spostano il bersaglio, con Maiusc di cinque volte tanto. Più e meno ingrandiscono e riducono, Home ripristina la vista.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Che cosa si vede</translation>
    </message>
    <message>
        <source>Codes</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Codici</translation>
    </message>
    <message>
        <source>Show the codes of the test images</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Mostra i codici delle immagini di test</translation>
    </message>
    <message>
        <source>Manifold</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Varietà</translation>
    </message>
    <message>
        <source>Show what places all over the map decode to</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Mostra che cosa si decodifica nei punti di tutta la mappa</translation>
    </message>
    <message>
        <source>Ink on paper</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Inchiostro su carta</translation>
    </message>
    <message>
        <source>Draw images as ink on paper, or white on black</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Disegna le immagini come inchiostro su carta, o bianche su nero</translation>
    </message>
    <message>
        <source>Whole map</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Mappa intera</translation>
    </message>
    <message>
        <source>Show the whole map again</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Mostra di nuovo tutta la mappa</translation>
    </message>
    <message>
        <source>Classes</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Classi</translation>
    </message>
    <message>
        <source>About this map</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Su questa mappa</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Made with vaegui.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Fatta con vaegui.</translation>
    </message>
    <message>
        <source>{images} test images</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>{images} immagini di test</translation>
    </message>
    <message>
        <source>Run “{run}”. The decoder has {weights} weights, all of them here in {precision}, as the run has them.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Run “{run}”. Il decoder ha {weights} pesi, tutti qui in {precision}, come li ha la run.</translation>
    </message>
    <message>
        <source>Run “{run}”. The decoder has {weights} weights, here rounded to {precision}.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Run “{run}”. Il decoder ha {weights} pesi, qui arrotondati a {precision}.</translation>
    </message>
    <message>
        <source>Codes are rounded to 16 bits along each axis.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>I codici sono arrotondati a 16 bit lungo ciascun asse.</translation>
    </message>
    <message>
        <source>No image of the dataset is in this page, and it loads nothing from anywhere.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>In questa pagina non c’è nessuna immagine del dataset, e non carica nulla da nessuna parte.</translation>
    </message>
    <message>
        <source>On {images} test images, in nats per image ± standard error</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Su {images} immagini di test, in nat per immagine ± errore standard</translation>
    </message>
    <message>
        <source>No code within {reach}: the decoder is on its own here</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Nessun codice entro {reach}: qui il decoder fa da solo</translation>
    </message>
    <message>
        <source>Wrote {file}: {size}, weights in {precision}.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Scritto {file}: {size}, pesi in {precision}.</translation>
    </message>
    <message numerus="yes">
        <source>The codes of “{run}” have {count} dimensions, and the map draws two dimensions. No page was written; choose a run whose latent size D is 2.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>
            <numerusform>I codici di “{run}” hanno {count} dimensione, e la mappa ne disegna due. Non è stata scritta nessuna pagina; scegli una run con dimensione latente D uguale a 2.</numerusform>
            <numerusform>I codici di “{run}” hanno {count} dimensioni, e la mappa ne disegna due. Non è stata scritta nessuna pagina; scegli una run con dimensione latente D uguale a 2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each dot is the code of one of {images} test images: the mean of its exact posterior p(z|x). The decoder, which runs in this page, makes an image of any place, whether there is a code or not.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Ogni punto è il codice di una di {images} immagini di test: la media del suo posterior esatto p(z|x). Il decoder, che lavora in questa pagina, fa un’immagine di qualsiasi punto della mappa, che ci sia un codice o no.</translation>
    </message>
    <message>
        <source>Each dot is the code of one of {images} test images: where the encoder puts it. The decoder, which runs in this page, makes an image of any place, whether there is a code or not.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>Ogni punto è il codice di una di {images} immagini di test: dove la mette l’encoder. Il decoder, che lavora in questa pagina, fa un’immagine di qualsiasi punto della mappa, che ci sia un codice o no.</translation>
    </message>
    <message numerus="yes">
        <source>{count} codes within {reach}</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation>
            <numerusform>{count} codice entro {reach}</numerusform>
            <numerusform>{count} codici entro {reach}</numerusform>
        </translation>
    </message>
    <message>
        <source>Scores take {fewest} images at least; here are {images}.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation>I punteggi richiedono almeno {fewest} immagini; qui ce ne sono {images}.</translation>
    </message>
    <message>
        <source>gaussian</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>gaussiano</translation>
    </message>
    <message>
        <source>masking</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>mascheramento</translation>
    </message>
    <message>
        <source>Independent pixels, ML</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Pixel indipendenti, ML</translation>
    </message>
    <message>
        <source>Linear autoencoder</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Autoencoder lineare</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Autoencoder</translation>
    </message>
    <message>
        <source>IWAE bound, K = {samples}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Limite IWAE, K = {samples}</translation>
    </message>
    <message>
        <source>Independent pixels, MAP, s = {strength}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Pixel indipendenti, MAP, s = {strength}</translation>
    </message>
    <message>
        <source>greedy</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>greedy</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>vaegui/families.py, vaegui/library.py, vaegui/ui/config_form.py</extracomment>
        <translation>senza</translation>
    </message>
    <message>
        <source>constant</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>costante</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>one-cycle</translation>
    </message>
    <message>
        <source>Denoising β-VAE, β = {beta:g}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation>Denoising β-VAE, β = {beta:g}</translation>
    </message>
    <message>
        <source>There are too few images that can be read; nothing was kept.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Le immagini leggibili sono troppo poche; non è stato conservato nulla.</translation>
    </message>
    <message>
        <source>{images:,} images have been read</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Lette {images:,} immagini</translation>
    </message>
    <message>
        <source>There are {labels:,} different labels; {most:,} classes are the most. Read the images without labels.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Ci sono {labels:,} etichette diverse; le classi possono essere al massimo {most:,}. Leggi le immagini senza etichette.</translation>
    </message>
    <message>
        <source>{images:,} images of this size take {size:.1f} GiB; {most:.0f} GiB are the most. Choose a smaller size, grey in place of colours, or fewer images.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>{images:,} immagini di questa dimensione occupano {size:.1f} GiB; il massimo è {most:.0f} GiB. Scegli una dimensione minore, il grigio al posto dei colori, o meno immagini.</translation>
    </message>
    <message>
        <source>Reading: {done:,} of {images:,} images</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Lettura: {done:,} di {images:,} immagini</translation>
    </message>
    <message>
        <source>There are too few images for training that can be read; nothing was kept.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Le immagini di addestramento leggibili sono troppo poche; non è stato conservato nulla.</translation>
    </message>
    <message>
        <source>There are too few images for testing that can be read; nothing was kept.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation>Le immagini di test leggibili sono troppo poche; non è stato conservato nulla.</translation>
    </message>
    <message>
        <source>Latent variable models</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Modelli a variabili latenti</translation>
    </message>
    <message>
        <source>Autoencoders</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Autoencoder</translation>
    </message>
    <message>
        <source>Variational autoencoders</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Autoencoder variazionali</translation>
    </message>
    <message>
        <source>The ELBO and its kin</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>L’ELBO e i suoi parenti</translation>
    </message>
    <message>
        <source>Expectation-Maximization</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation>Expectation-Maximization</translation>
    </message>
    <message>
        <source>{file} lists more members than any lesson has.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} elenca più elementi di qualsiasi lezione.</translation>
    </message>
    <message>
        <source>{file} has members that overlap, which only a trap has.</source>
        <extracomment>vaegui/lessons/archive.py, vaegui/pictures.py</extracomment>
        <translation>{file} ha elementi che si sovrappongono, come solo in una trappola.</translation>
    </message>
    <message>
        <source>{file} was unpacked, but is not in {folder} any more. Open it again.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} è stato estratto, ma non si trova più in {folder}. Aprilo di nuovo.</translation>
    </message>
    <message>
        <source>{file} holds {gigabytes:.1f} GB; {most:.1f} are the most.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} contiene {gigabytes:.1f} GB; il massimo è {most:.1f}.</translation>
    </message>
    <message>
        <source>{file} is no lesson: there is no {member} in it.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} non è una lezione: non contiene {member}.</translation>
    </message>
    <message>
        <source>{file} is broken: “{member}” in it is not what was packed.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} è danneggiato: al suo interno “{member}” non è ciò che vi era stato messo.</translation>
    </message>
    <message>
        <source>{file} has {megabytes:,.0f} MB; {most:,.0f} are the most for a lesson.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} è di {megabytes:,.0f} MB; per una lezione il massimo è {most:,.0f}.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}. Nothing was kept of it.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} non si può aprire: {reason}. Non ne è stato conservato nulla.</translation>
    </message>
    <message>
        <source>{file} lacks the run “{run}”, which one of its steps shows. Ask for a whole one.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>In {file} manca la run “{run}”, che uno dei suoi passi mostra. Fatti mandare un file completo.</translation>
    </message>
    <message>
        <source>The run “{run}” in {file} cannot be shown: {reason} Nothing of the lesson was opened.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>La run “{run}” in {file} non si può mostrare: {reason} Della lezione non è stato aperto nulla.</translation>
    </message>
    <message>
        <source>{file} is encrypted ({member}), and lessons never are.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} è cifrato ({member}), e le lezioni non lo sono mai.</translation>
    </message>
    <message>
        <source>{file} has a name in it that leads out of it: {member}.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} contiene un nome che porta fuori di esso: {member}.</translation>
    </message>
    <message>
        <source>{file} has a link or a device in it ({member}), which no lesson has.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} contiene un collegamento o un dispositivo ({member}), come nessuna lezione.</translation>
    </message>
    <message>
        <source>{file} has something in it that belongs to no lesson: {member}.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} contiene qualcosa che non fa parte di una lezione: {member}.</translation>
    </message>
    <message>
        <source>{file} has {member} in it twice.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} contiene {member} due volte.</translation>
    </message>
    <message>
        <source>{file} is compressed in a way that is not read here ({member}).</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} è compresso in un modo che qui non si legge ({member}).</translation>
    </message>
    <message>
        <source>{file} has {megabytes:,.1f} MB in {member}; {most:,.1f} are the most.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} ha {megabytes:,.1f} MB in {member}; il massimo è {most:,.1f}.</translation>
    </message>
    <message>
        <source>{file} has {member} in it, which expands more than {times} times, as no run does.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} contiene {member}, che si espande oltre {times} volte, come nessuna run.</translation>
    </message>
    <message>
        <source>{file} was changed while it was read. Open it again.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} è stato modificato durante la lettura. Aprilo di nuovo.</translation>
    </message>
    <message>
        <source>{file} is no lesson, is broken, or was cut short. Nothing of it was opened.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>{file} non è una lezione, è danneggiato oppure incompleto. Non ne è stato aperto nulla.</translation>
    </message>
    <message>
        <source>Nothing of it was opened.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation>Non ne è stato aperto nulla.</translation>
    </message>
    <message>
        <source>lesson in {file}</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>lezione in {file}</translation>
    </message>
    <message>
        <source>The lesson in {file} is larger than any lesson: {most:.1f} MB are the most.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>La lezione in {file} è più grande di qualsiasi lezione: il massimo è {most:.1f} MB.</translation>
    </message>
    <message>
        <source>The lesson in {file} is broken: it describes no lesson.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>La lezione in {file} è danneggiata: non descrive una lezione.</translation>
    </message>
    <message>
        <source>The lesson in {file} has format {format}; this version of vaegui reads format {known_format}. Update vaegui.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>La lezione in {file} ha il formato {format}; questa versione di vaegui legge il formato {known_format}. Aggiorna vaegui.</translation>
    </message>
    <message>
        <source>The lesson in {file} has no steps: there is nothing to show.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>La lezione in {file} non ha passi: non c’è nulla da mostrare.</translation>
    </message>
    <message>
        <source>a plane of two axes has to name both of them</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>un piano di due assi deve nominarli entrambi</translation>
    </message>
    <message>
        <source>it needs {runs} runs; {most} are the most</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>le servono {runs} run; il massimo è {most}</translation>
    </message>
    <message>
        <source>The lesson in {file} is broken: it is no JSON.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>La lezione in {file} è danneggiata: non è JSON.</translation>
    </message>
    <message>
        <source>{file} is larger than any lesson.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation>{file} è più grande di qualsiasi lezione.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <extracomment>vaegui/lessons/content.py, vaegui/runs.py, vaegui/watching.py</extracomment>
        <translation>{file} non si può leggere: {reason}.</translation>
    </message>
    <message>
        <source>There is no run “{run}”, which a step of the lesson shows.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation>Non c’è la run “{run}”, che un passo della lezione mostra.</translation>
    </message>
    <message>
        <source>The words of the lesson take {megabytes:.1f} MB; {most:.1f} fit.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation>I testi della lezione occupano {megabytes:.1f} MB; ce ne stanno {most:.1f}.</translation>
    </message>
    <message>
        <source>The runs of this lesson take {megabytes:,.0f} MB, which is more than fits in a lesson.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation>Le run di questa lezione occupano {megabytes:,.0f} MB, più di quanto stia in una lezione.</translation>
    </message>
    <message>
        <source>{path} is not what “{dataset}” was read from any more: {changes}.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{path} non è più ciò da cui è stato letto “{dataset}”: {changes}.</translation>
    </message>
    <message>
        <source>{changes} and {last_change}</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{changes} e {last_change}</translation>
    </message>
    <message>
        <source>There is no dataset called “{dataset}” among your own.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Fra i tuoi dataset non ce n’è uno di nome “{dataset}”.</translation>
    </message>
    <message>
        <source>Make it again from “{dataset}”.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Ricrealo da “{dataset}”.</translation>
    </message>
    <message>
        <source>The dataset “{dataset}” is damaged: {reason}. {remedy} What is left of it is in {folder}.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Il dataset “{dataset}” è danneggiato: {reason}. {remedy} Ciò che ne resta è in {folder}.</translation>
    </message>
    <message>
        <source>The name may not have any of {signs} in it, nor signs that cannot be seen.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Il nome non può contenere {signs}, né segni invisibili.</translation>
    </message>
    <message>
        <source>The name is too long; {most} letters are the most.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Il nome è troppo lungo; il massimo è {most} lettere.</translation>
    </message>
    <message>
        <source>There is a dataset called “{dataset}” already. Choose another name.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>C’è già un dataset di nome “{dataset}”. Scegli un altro nome.</translation>
    </message>
    <message>
        <source>{file} was changed, or cut short</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} è stato modificato, o è troncato</translation>
    </message>
    <message>
        <source>The dataset “{dataset}” has format {format}; this version reads formats 1 and 2. Import it again.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Il dataset “{dataset}” ha il formato {format}; questa versione legge i formati 1 e 2. Importalo di nuovo.</translation>
    </message>
    <message>
        <source>{file} was changed (its SHA-256 is another)</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} è stato modificato (il suo SHA-256 è un altro)</translation>
    </message>
    <message>
        <source>“{dataset}” could not be kept in {folder}: {reason}. What was there before is unchanged. Free some space or choose another folder (VAEGUI_HOME), and try again.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Non è stato possibile conservare “{dataset}” in {folder}: {reason}. Ciò che c’era prima è rimasto intatto. Libera spazio o scegli un’altra cartella (VAEGUI_HOME), e riprova.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images are new</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine è nuova</numerusform>
            <numerusform>{count:,} immagini sono nuove</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} files are new</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} file è nuovo</numerusform>
            <numerusform>{count:,} file sono nuovi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} are gone</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} non c’è più</numerusform>
            <numerusform>{count:,} non ci sono più</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} changed</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} ha modifiche</numerusform>
            <numerusform>{count:,} hanno modifiche</numerusform>
        </translation>
    </message>
    <message>
        <source>“{dataset}” could not be removed: {reason}. It is still there.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>Non è stato possibile rimuovere “{dataset}”: {reason}. C’è ancora.</translation>
    </message>
    <message>
        <source>{file} is too large</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} è troppo grande</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <extracomment>vaegui/library.py, vaegui/looking.py, vaegui/pictures.py</extracomment>
        <translation>{path} non si può leggere: {reason}.</translation>
    </message>
    <message>
        <source>{file} was changed, cut short, or is missing</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} è stato modificato, è troncato, o manca</translation>
    </message>
    <message>
        <source>{file} does not hold what {record} says</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} non contiene ciò che dice {record}</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason})</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} non si può leggere ({reason})</translation>
    </message>
    <message>
        <source>{file} takes more memory than there is</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} richiede più memoria di quanta ce ne sia</translation>
    </message>
    <message>
        <source>stretch</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>deforma</translation>
    </message>
    <message>
        <source>grey</source>
        <extracomment>vaegui/library.py, vaegui/ui/import_dialog.py</extracomment>
        <translation>grigio</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images are gone</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine non c’è più</numerusform>
            <numerusform>{count:,} immagini non ci sono più</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} files are gone</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} file non c’è più</numerusform>
            <numerusform>{count:,} file non ci sono più</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images changed</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine ha modifiche</numerusform>
            <numerusform>{count:,} immagini hanno modifiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} files changed</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>
            <numerusform>{count:,} file ha modifiche</numerusform>
            <numerusform>{count:,} file hanno modifiche</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} manca</translation>
    </message>
    <message>
        <source>{file} was cut short</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation>{file} è troncato</translation>
    </message>
    <message>
        <source>{file} is not a zip archive of images, nor an array (.npy, .npz, IDX). Choose one of these, or the folder that the images are in.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} non è un archivio zip di immagini, né un array (.npy, .npz, IDX). Scegli uno di questi, o la cartella che contiene le immagini.</translation>
    </message>
    <message>
        <source>{file} holds numbers from {low:g} to {high:g}; {ranges} is what is read here.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} contiene numeri da {low:g} a {high:g}; qui si legge {ranges}.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images beside the folders of the classes are left out.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine fuori dalle cartelle delle classi è esclusa.</numerusform>
            <numerusform>{count:,} immagini fuori dalle cartelle delle classi sono escluse.</numerusform>
        </translation>
    </message>
    <message>
        <source>image {number}</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>immagine {number}</translation>
    </message>
    <message>
        <source>{file} holds texts, not images.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} contiene testi, non immagini.</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}. Images have the shape (N, H, W), (N, H, W, 1 or 3) or (N, 1 or 3, H, W).</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} ha la forma {shape}. Le immagini hanno la forma (N, H, W), (N, H, W, 1 o 3) o (N, 1 o 3, H, W).</translation>
    </message>
    <message>
        <source>{file} holds no images: its shape is {shape}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} non contiene immagini: la sua forma è {shape}.</translation>
    </message>
    <message>
        <source>{file} has images of {width} × {height} pixels, which is too many.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} ha immagini di {width} × {height} pixel, e sono troppi.</translation>
    </message>
    <message>
        <source>{file} holds numbers that are none (NaN). Replace them and save it again.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} contiene numeri che non lo sono (NaN). Sostituiscili e salvalo di nuovo.</translation>
    </message>
    <message>
        <source>{file} holds {arrays}. Images are looked for as images, x, data, x_train or train_images, labels as labels, y, targets, y_train or train_labels.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} contiene {arrays}. Le immagini si cercano sotto images, x, data, x_train o train_images, le etichette sotto labels, y, targets, y_train o train_labels.</translation>
    </message>
    <message>
        <source>{file} also holds {arrays}, which is left out.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} contiene anche {arrays}: resta escluso.</translation>
    </message>
    <message>
        <source>{file} has changed since it was looked at. Nothing was kept; choose it again.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} è cambiato da quando è stato esaminato. Non è stato conservato nulla; sceglilo di nuovo.</translation>
    </message>
    <message>
        <source>{images:,} images; looking at some of them</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{images:,} immagini; se ne esaminano alcune</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images beside “{train}” and “{test}” are left out.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine fuori da “{train}” e “{test}” è esclusa.</numerusform>
            <numerusform>{count:,} immagini fuori da “{train}” e “{test}” sono escluse.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} has rows of {numbers} numbers, which do not say how wide an image is. Save it in the shape (N, H, W), such as {shape}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{file} ha righe di {numbers} numeri, che non dicono quanto è larga un’immagine. Salvalo nella forma (N, H, W), per esempio {shape}.</translation>
    </message>
    <message>
        <source>{array} has no labels, so that there are none.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>{array} non ha etichette: quindi non ce ne sono.</translation>
    </message>
    <message numerus="yes">
        <source>Looking through {folder}: {count:,} images so far</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>
            <numerusform>Esame di {folder}: {count:,} immagine finora</numerusform>
            <numerusform>Esame di {folder}: {count:,} immagini finora</numerusform>
        </translation>
    </message>
    <message>
        <source>its shape is {shape}, and there are {images:,} images</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>la loro forma è {shape}, e ci sono {images:,} immagini</translation>
    </message>
    <message>
        <source>The labels in {array} are not used: {reason}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Le etichette in {array} non sono usate: {reason}.</translation>
    </message>
    <message>
        <source>Looking at {images:,} images</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation>Esame di {images:,} immagini</translation>
    </message>
    <message>
        <source>What is kept in {folder} is damaged: {reason}. Delete this folder, and the images are drawn again.</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>Ciò che è conservato in {folder} è danneggiato: {reason}. Elimina questa cartella, e le immagini saranno ridisegnate.</translation>
    </message>
    <message>
        <source>{file} is not what was written</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>{file} non è ciò che era stato scritto</translation>
    </message>
    <message>
        <source>{file} is not as long as what was written</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>{file} non è lungo quanto ciò che era stato scritto</translation>
    </message>
    <message>
        <source>{file} was cut short while it was used: {bytes:,} bytes are missing. Delete its folder, and the images are drawn again.</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>{file} è stato troncato mentre era in uso: mancano {bytes:,} byte. Elimina la sua cartella, e le immagini saranno ridisegnate.</translation>
    </message>
    <message>
        <source>“{dataset}” takes {needed:.1f} GB on the disk, and {folder} has {free:.1f} GB left. Nothing was drawn. Free some space, move the folder (VAEGUI_HOME), or choose fewer images.</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>“{dataset}” occupa {needed:.1f} GB sul disco, e in {folder} restano {free:.1f} GB. Non è stato disegnato nulla. Libera spazio, sposta la cartella (VAEGUI_HOME), o scegli meno immagini.</translation>
    </message>
    <message>
        <source>“{dataset}” could not be drawn into {folder}: {reason}. Nothing was left behind. Free some space or choose another folder (VAEGUI_HOME), and try again.</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>Non è stato possibile disegnare “{dataset}” in {folder}: {reason}. Non ne è rimasto nulla. Libera spazio o scegli un’altra cartella (VAEGUI_HOME), e riprova.</translation>
    </message>
    <message>
        <source>its labels are not those that were written</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>le sue etichette non sono quelle che erano state scritte</translation>
    </message>
    <message>
        <source>it is too long</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>è troppo lungo</translation>
    </message>
    <message>
        <source>it is of other images</source>
        <extracomment>vaegui/mapped.py</extracomment>
        <translation>è di altre immagini</translation>
    </message>
    <message>
        <source>Dimensions of z. The map shows two, or any plane of more. Exact EM works in two.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>Dimensioni di z. La mappa ne mostra due, o un piano qualsiasi se sono di più. EM esatto funziona con due.</translation>
    </message>
    <message>
        <source>convolutional</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>convoluzionale</translation>
    </message>
    <message>
        <source>dynamic</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>dinamica</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>linear</source>
        <extracomment>vaegui/models.py, vaegui/ui/plane_study.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>lineare</translation>
    </message>
    <message>
        <source>Lately log p(x) fell from {before} to {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente log p(x) è sceso da {before} a {now}</translation>
    </message>
    <message>
        <source>Lately the ELBO of the encoder, which is fitted last, fell from {before} to {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente l’ELBO dell’encoder, che si adatta per ultimo, è sceso da {before} a {now}</translation>
    </message>
    <message>
        <source>Lately the distortion fell from {before} to {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente la distorsione è scesa da {before} a {now}</translation>
    </message>
    <message numerus="yes">
        <source>The importance-weighted bound of {count} samples is {bound}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>
            <numerusform>Il limite IWAE con {count} campione è {bound}.</numerusform>
            <numerusform>Il limite IWAE con {count} campioni è {bound}.</numerusform>
        </translation>
    </message>
    <message>
        <source>β = {beta}: {loss} is minimised.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>β = {beta}: si minimizza {loss}.</translation>
    </message>
    <message>
        <source>Lately log p(x) stayed at {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente log p(x) è rimasto a {now}</translation>
    </message>
    <message>
        <source>Lately log p(x) rose from {before} to {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente log p(x) è salito da {before} a {now}</translation>
    </message>
    <message>
        <source>Lately the ELBO of the encoder, which is fitted last, stayed at {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente l’ELBO dell’encoder, che si adatta per ultimo, è rimasto a {now}</translation>
    </message>
    <message>
        <source>Lately the ELBO of the encoder, which is fitted last, rose from {before} to {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente l’ELBO dell’encoder, che si adatta per ultimo, è salito da {before} a {now}</translation>
    </message>
    <message>
        <source>Lately the distortion stayed at {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente la distorsione è rimasta a {now}</translation>
    </message>
    <message>
        <source>Lately the distortion rose from {before} to {now}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente la distorsione è salita da {before} a {now}</translation>
    </message>
    <message>
        <source>(the distortion up {nats} since the start)</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>(distorsione +{nats} dall’inizio)</translation>
    </message>
    <message numerus="yes">
        <source>The importance-weighted bound of {count} samples is {bound}, {nats} nats above the ELBO.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>
            <numerusform>Il limite IWAE con {count} campione è {bound}, {nats} nat sopra l’ELBO.</numerusform>
            <numerusform>Il limite IWAE con {count} campioni è {bound}, {nats} nat sopra l’ELBO.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The importance-weighted bound of {count} samples is {bound}, {nats} nats below the ELBO.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>
            <numerusform>Il limite IWAE con {count} campione è {bound}, {nats} nat sotto l’ELBO.</numerusform>
            <numerusform>Il limite IWAE con {count} campioni è {bound}, {nats} nat sotto l’ELBO.</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>{first} e {last}</translation>
    </message>
    <message>
        <source>Nats of {likelihood}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>In nat ({likelihood}).</translation>
    </message>
    <message>
        <source>Lately the rate rose from {rate_before} to {rate_now} nats while the distortion fell by {nats}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è salito da {rate_before} a {rate_now} nat mentre la distorsione è scesa di {nats}</translation>
    </message>
    <message>
        <source>Lately the rate fell from {rate_before} to {rate_now} nats while the distortion rose by {nats}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è sceso da {rate_before} a {rate_now} nat mentre la distorsione è salita di {nats}</translation>
    </message>
    <message>
        <source>Lately the rate fell from {rate_before} to {rate_now} nats while the distortion fell by {nats}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è sceso da {rate_before} a {rate_now} nat mentre la distorsione è scesa di {nats}</translation>
    </message>
    <message>
        <source>Lately the rate rose from {rate_before} to {rate_now} nats while the distortion rose by {nats}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è salito da {rate_before} a {rate_now} nat mentre la distorsione è salita di {nats}</translation>
    </message>
    <message>
        <source>Lately the rate stayed at {rate} nats while the distortion fell by {nats}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è rimasto a {rate} nat mentre la distorsione è scesa di {nats}</translation>
    </message>
    <message>
        <source>Lately the rate stayed at {rate} nats while the distortion rose by {nats}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è rimasto a {rate} nat mentre la distorsione è salita di {nats}</translation>
    </message>
    <message>
        <source>Lately the rate rose from {rate_before} to {rate_now} nats while the distortion stayed at {distortion}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è salito da {rate_before} a {rate_now} nat mentre la distorsione è rimasta a {distortion}</translation>
    </message>
    <message>
        <source>Lately the rate fell from {rate_before} to {rate_now} nats while the distortion stayed at {distortion}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente il tasso è sceso da {rate_before} a {rate_now} nat mentre la distorsione è rimasta a {distortion}</translation>
    </message>
    <message>
        <source>Lately rate and distortion stayed at {rate} and {distortion} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>Di recente tasso e distorsione sono rimasti a {rate} e {distortion} nat</translation>
    </message>
    <message>
        <source>(the distortion down {nats} since the start)</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>(distorsione −{nats} dall’inizio)</translation>
    </message>
    <message>
        <source>β = {beta} counts each nat of rate {beta} times: {loss} is minimised; the ELBO is {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>β = {beta} conta ogni nat di tasso {beta} volte: si minimizza {loss}; l’ELBO è {elbo}.</translation>
    </message>
    <message>
        <source>β = {beta}: {loss} is minimised; the ELBO is {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>β = {beta}: si minimizza {loss}; l’ELBO è {elbo}.</translation>
    </message>
    <message numerus="yes">
        <source>{dimensions} have collapsed: their KLs are {nats} nats, their posteriors are the prior.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>
            <numerusform>{dimensions} è collassata: la sua KL è {nats} nat, il suo posterior è il prior.</numerusform>
            <numerusform>{dimensions} sono collassate: le loro KL sono {nats} nat, i loro posterior sono il prior.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{dimensions} have collapsed: their KLs are {nats} nats.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>
            <numerusform>{dimensions} è collassata: la sua KL è {nats} nat.</numerusform>
            <numerusform>{dimensions} sono collassate: le loro KL sono {nats} nat.</numerusform>
        </translation>
    </message>
    <message>
        <source>(up {nats} since the start)</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>(+{nats} dall’inizio)</translation>
    </message>
    <message>
        <source>(down {nats} since the start)</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>(−{nats} dall’inizio)</translation>
    </message>
    <message>
        <source>In warm-up to {target}, β = 0 leaves the rate free: {distortion} is minimised; the ELBO is {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>In warm-up verso {target}, β = 0 lascia libero il tasso: si minimizza {distortion}; l’ELBO è {elbo}.</translation>
    </message>
    <message>
        <source>β = 0 leaves the rate free: {distortion} is minimised; the ELBO is {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>β = 0 lascia libero il tasso: si minimizza {distortion}; l’ELBO è {elbo}.</translation>
    </message>
    <message>
        <source>In warm-up to {target}, β = {beta} counts each nat of rate {beta} times: {loss} is minimised; the ELBO is {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>In warm-up verso {target}, β = {beta} conta ogni nat di tasso {beta} volte: si minimizza {loss}; l’ELBO è {elbo}.</translation>
    </message>
    <message>
        <source>In warm-up to {target}, β = {beta}: {loss} is minimised; the ELBO is {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>In warm-up verso {target}, β = {beta}: si minimizza {loss}; l’ELBO è {elbo}.</translation>
    </message>
    <message>
        <source>{collapsed} of {dimensions} dimensions have collapsed: they have a KL below {nats} nats, their posteriors are the prior.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>{collapsed} dimensioni su {dimensions} sono collassate: hanno una KL sotto {nats} nat, i loro posterior sono il prior.</translation>
    </message>
    <message>
        <source>{collapsed} of {dimensions} dimensions have a KL below {nats} nats: collapsed.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>{collapsed} dimensioni su {dimensions} hanno una KL sotto {nats} nat: collassate.</translation>
    </message>
    <message numerus="yes">
        <source>{dimensions} say nothing yet: their KLs are {nats} nats.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>
            <numerusform>{dimensions} non dice ancora nulla: la sua KL è {nats} nat.</numerusform>
            <numerusform>{dimensions} non dicono ancora nulla: le loro KL sono {nats} nat.</numerusform>
        </translation>
    </message>
    <message>
        <source>{collapsed} of {dimensions} dimensions say nothing yet: they have a KL below {nats} nats.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation>{collapsed} dimensioni su {dimensions} non dicono ancora nulla: hanno una KL sotto {nats} nat.</translation>
    </message>
    <message>
        <source>layer {layer} of {layers}</source>
        <extracomment>vaegui/phases.py</extracomment>
        <translation>strato {layer}/{layers}</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <extracomment>vaegui/phases.py</extracomment>
        <translation>fine-tuning</translation>
    </message>
    <message>
        <source>amortise</source>
        <extracomment>vaegui/phases.py</extracomment>
        <translation>ammortizzazione</translation>
    </message>
    <message>
        <source>{file} was cut short.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file}: contenuto troncato.</translation>
    </message>
    <message>
        <source>{file} is broken.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file}: contenuto danneggiato.</translation>
    </message>
    <message>
        <source>{file} has {size:,.0f} MB; {most:.0f} is the most.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} occupa {size:,.0f} MB; il massimo è {most:.0f}.</translation>
    </message>
    <message>
        <source>{file} in {archive}</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} in {archive}</translation>
    </message>
    <message>
        <source>{file} has more than {members:,} members, the most that are read.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha più di {members:,} membri, il massimo che si legge.</translation>
    </message>
    <message>
        <source>{file} has more parts than any PNG.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha più parti di qualsiasi PNG.</translation>
    </message>
    <message>
        <source>{file} has more parts than any JPEG.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha più parti di qualsiasi JPEG.</translation>
    </message>
    <message>
        <source>{file} has more parts than any GIF.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha più parti di qualsiasi GIF.</translation>
    </message>
    <message>
        <source>{file} has a name that leads out of the archive.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha un nome che porta fuori dall’archivio.</translation>
    </message>
    <message>
        <source>{file} holds {size:.1f} GB of images; {most:.1f} is the most.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} contiene {size:.1f} GB di immagini; il massimo è {most:.1f}.</translation>
    </message>
    <message>
        <source>{file} has {size:,.0f} megapixels; {most:.0f} is the most.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha {size:,.0f} megapixel; il massimo è {most:.0f}.</translation>
    </message>
    <message>
        <source>{file} has no pixels.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} non ha pixel.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} non contiene nulla.</translation>
    </message>
    <message>
        <source>{file} is not a zip archive, is broken, or was cut short.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} non è un archivio zip, è danneggiato, o è troncato.</translation>
    </message>
    <message>
        <source>{file} holds real numbers from {low:g} to {high:g}; 0…1 is what is read here.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} contiene numeri reali da {low:g} a {high:g}; qui si legge 0…1.</translation>
    </message>
    <message>
        <source>{file} holds whole numbers from {low} to {high}; 0…255 is what is read here.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} contiene numeri interi da {low} a {high}; qui si legge 0…255.</translation>
    </message>
    <message>
        <source>{file} is a link, which is not followed.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} è un collegamento, e non viene seguito.</translation>
    </message>
    <message>
        <source>{file} has its colours as {mode}, which is not read here; save it as a PNG.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} ha i colori come {mode}, che qui non si legge; salva in PNG.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {reason}.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>La cartella {folder} non si può leggere: {reason}.</translation>
    </message>
    <message>
        <source>{file} is an archive in the archive; unpack it first.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} è un archivio nell’archivio; prima va estratto.</translation>
    </message>
    <message>
        <source>{path} lies more than {folders} folders deep and was left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{path} sta sotto più di {folders} cartelle: resta escluso.</translation>
    </message>
    <message>
        <source>{file} in {archive} is broken, or not what the archive says.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} in {archive} è danneggiato, o non è ciò che l’archivio dice.</translation>
    </message>
    <message>
        <source>{file} is a large BMP with run lengths; save it as a PNG.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} è un grande BMP con codifica run-length; salva in PNG.</translation>
    </message>
    <message>
        <source>There are more than {images:,} images; the others were left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>Ci sono più di {images:,} immagini; le altre restano escluse.</translation>
    </message>
    <message>
        <source>{file} is there twice; the first was taken.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} c’è due volte; è stata presa la prima.</translation>
    </message>
    <message>
        <source>{file} is not a PNG, JPEG, GIF, BMP, WebP or TIFF image.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} non è un’immagine PNG, JPEG, GIF, BMP, WebP o TIFF.</translation>
    </message>
    <message>
        <source>{file} is encrypted.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file}: contenuto cifrato.</translation>
    </message>
    <message>
        <source>{file} is compressed in a way that is not read here.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file}: compressione di un tipo che qui non si legge.</translation>
    </message>
    <message>
        <source>{file} expands more than {times} times, as no image does.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation>{file} si espande più di {times} volte, come nessuna immagine fa.</translation>
    </message>
    <message>
        <source>{path} is a folder that has something in it, which is left as it is. Choose a new folder, or an empty one.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation>{path} è una cartella non vuota, e resta com’è. Scegli una cartella nuova, o vuota.</translation>
    </message>
    <message>
        <source>{path} is there already, which is left as it is. Choose a new folder, or an empty one.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation>{path} esiste già, e resta com’è. Scegli una cartella nuova, o vuota.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. What was there before is unchanged. Choose another folder or free some space, and try again.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation>Non è stato possibile scrivere {path}: {reason}. Ciò che c’era prima è rimasto intatto. Scegli un’altra cartella o libera spazio, e riprova.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Nothing was left behind. Choose another folder or free some space, and try again.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation>Non è stato possibile scrivere {path}: {reason}. Non ne è rimasto nulla. Scegli un’altra cartella o libera spazio, e riprova.</translation>
    </message>
    <message>
        <source>{right} and {up} of {count} dimensions</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>{right} e {up} di {count} dimensioni</translation>
    </message>
    <message>
        <source>A click decodes exactly: it sets {right} and {up}, all other dimensions stay.</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>Un clic decodifica in modo esatto: imposta {right} e {up}, tutte le altre dimensioni restano.</translation>
    </message>
    <message>
        <source>plane of PCA, {share:.0f} % of the variance in {count} dimensions</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>piano della PCA, {share:.0f} % della varianza in {count} dimensioni</translation>
    </message>
    <message>
        <source>A click decodes exactly, in the plane of PCA through the point: what lies across the plane stays.</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>Un clic decodifica in modo esatto, nel piano della PCA che passa per il punto: ciò che è fuori dal piano resta.</translation>
    </message>
    <message>
        <source>UMAP of {count:,} codes in {size} dimensions</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>UMAP di {count:,} codici in {size} dimensioni</translation>
    </message>
    <message>
        <source>A click decodes from the {count} nearest codes (UMAP), whose mean it is: not exactly, as UMAP has no way back.</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>Un clic decodifica dai {count} codici più vicini (UMAP), di cui è la media: non in modo esatto, perché UMAP non ha via di ritorno.</translation>
    </message>
    <message>
        <source>PC 1</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>PC 1</translation>
    </message>
    <message>
        <source>PC 2</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>PC 2</translation>
    </message>
    <message>
        <source>PC {number} ({share:.0f} % of variance)</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>PC {number} ({share:.0f} % della varianza)</translation>
    </message>
    <message>
        <source>UMAP 1</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>UMAP 1</translation>
    </message>
    <message>
        <source>UMAP 2</source>
        <extracomment>vaegui/projections.py</extracomment>
        <translation>UMAP 2</translation>
    </message>
    <message numerus="yes">
        <source>{count} labels per class</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>
            <numerusform>{count} etichetta per classe</numerusform>
            <numerusform>{count} etichette per classe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PCA, {count} dimensions</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>
            <numerusform>PCA, {count} dimensione</numerusform>
            <numerusform>PCA, {count} dimensioni</numerusform>
        </translation>
    </message>
    <message>
        <source>The images of {dataset} are {image_shape}, but the model is for {model_shape}.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation>Le immagini di {dataset} sono {image_shape}, ma il modello è per {model_shape}.</translation>
    </message>
    <message>
        <source>“{run}” has had {epochs:.4g} epochs: ask for more than that.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>“{run}” ha già avuto {epochs:.4g} epoche: chiedine di più.</translation>
    </message>
    <message>
        <source>The device was lost: {reason} The epochs finished before are kept, from copies in main memory. Continue the run on the CPU, or after a restart.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>Il dispositivo si è perso: {reason} Le epoche concluse prima sono conservate, da copie nella memoria principale. Continua la run sulla CPU, o dopo un riavvio.</translation>
    </message>
    <message>
        <source>“{run}” cannot be trained for {epochs:,} epochs.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>“{run}” non si può addestrare per {epochs:,} epoche.</translation>
    </message>
    <message>
        <source>The run could not be saved: {reason}.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>Non è stato possibile salvare la run: {reason}.</translation>
    </message>
    <message>
        <source>“{run}” was trained on other images than these: it cannot go on with them.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>“{run}” è stata addestrata su immagini diverse da queste: non può continuare con loro.</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>Non si può creare {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The best epoch so far could not be put aside: {reason}.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>Non è stato possibile mettere da parte l’epoca migliore finora: {reason}.</translation>
    </message>
    <message>
        <source>{problem} Also: {second_problem}</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation>{problem} Inoltre: {second_problem}</translation>
    </message>
    <message>
        <source>{path} is not a run: there is no {config} in it.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{path} non è una run: non contiene {config}.</translation>
    </message>
    <message>
        <source>{file} is broken: it does not describe a run.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: non descrive una run.</translation>
    </message>
    <message>
        <source>a run that is not being trained has format {format}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>una run che non è in addestramento ha il formato {format}</translation>
    </message>
    <message>
        <source>images of {pixels:,} pixels are too large</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>immagini di {pixels:,} pixel sono troppo grandi</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <extracomment>vaegui/runs.py, vaegui/watching.py</extracomment>
        <translation>{file} manca.</translation>
    </message>
    <message>
        <source>{file} holds weights that are not finite numbers.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} contiene pesi che non sono numeri finiti.</translation>
    </message>
    <message>
        <source>{file} does not hold codes that fit {config}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} non contiene codici compatibili con {config}.</translation>
    </message>
    <message>
        <source>{file} does not hold a density that fits {config}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} non contiene una densità compatibile con {config}.</translation>
    </message>
    <message>
        <source>{file} is broken: its SHA-256 is not that of what was written.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: il suo SHA-256 non è quello di ciò che è stato scritto.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <extracomment>vaegui/runs.py, vaegui/ui/intake.py</extracomment>
        <translation>{path} non si può aprire: {reason}.</translation>
    </message>
    <message>
        <source>{file} is broken: it is larger than any of its kind.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: è più grande di qualsiasi file del suo tipo.</translation>
    </message>
    <message>
        <source>{file} is broken: it is not what was written.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: non è ciò che è stato scritto.</translation>
    </message>
    <message>
        <source>{file} has format {format}; this version reads format {known_format}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è nel formato {format}; questa versione legge il formato {known_format}.</translation>
    </message>
    <message>
        <source>“{run}” is open in another window, or is being trained by another program. Close it there first.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>“{run}” è aperta in un’altra finestra, o la sta addestrando un altro programma. Prima chiudila lì.</translation>
    </message>
    <message>
        <source>“{run}” cannot be changed: {reason}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>“{run}” non si può modificare: {reason}.</translation>
    </message>
    <message>
        <source>“{run}” cannot be renamed: {reason}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>“{run}” non si può rinominare: {reason}.</translation>
    </message>
    <message>
        <source>no run has a file {role!r} called {name!r}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>nessuna run ha un file {role!r} chiamato {name!r}</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table of figures: {error}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} non si può leggere come tabella di valori: {error}.</translation>
    </message>
    <message>
        <source>{file} is broken: {error}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: {error}.</translation>
    </message>
    <message>
        <source>{file} is broken: it has {bytes:,} bytes, which is not what was written.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: ha {bytes:,} byte, che non è ciò che è stato scritto.</translation>
    </message>
    <message>
        <source>{file} does not belong to the model that {config} describes.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} non appartiene al modello descritto da {config}.</translation>
    </message>
    <message>
        <source>“{run}” cannot be put in order: {reason}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>“{run}” non si può rimettere in ordine: {reason}.</translation>
    </message>
    <message>
        <source>{file} is broken: its SHA-256 is missing.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>{file} è danneggiato: manca il suo SHA-256.</translation>
    </message>
    <message>
        <source>Listed is the save before, of epoch {epoch:.4g}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation>Nell’elenco c’è il salvataggio precedente, dell’epoca {epoch:.4g}.</translation>
    </message>
    <message>
        <source>{path} cannot be looked into: {reason}.</source>
        <extracomment>vaegui/runs.py, vaegui/ui/desk.py</extracomment>
        <translation>Non si può guardare dentro {path}: {reason}.</translation>
    </message>
    <message>
        <source>settings</source>
        <extracomment>vaegui/settings.py, vaegui/ui/config_form.py</extracomment>
        <translation>impostazioni</translation>
    </message>
    <message>
        <source>{setting} — {problem} (given: {given})</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>{setting} — {problem} (dato: {given})</translation>
    </message>
    <message>
        <source>“{setting}” is not a setting this version knows</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>“{setting}” non è un’impostazione nota a questa versione</translation>
    </message>
    <message>
        <source>In the {where}: {errors}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>Errore ({where}): {errors}</translation>
    </message>
    <message>
        <source>must be at least {limit}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>deve essere almeno {limit}</translation>
    </message>
    <message>
        <source>must be at most {limit}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>deve essere al massimo {limit}</translation>
    </message>
    <message>
        <source>must be more than {limit}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>deve essere più di {limit}</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>deve essere uno fra {choices}</translation>
    </message>
    <message>
        <source>In the {where}: {errors:,} values are wrong.</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation>Errore ({where}): {errors:,} valori sono sbagliati.</translation>
    </message>
    <message>
        <source>Shapes {side}×{side} (generated)</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Forme {side}×{side} (generate)</translation>
    </message>
    <message>
        <source>Shapes {side}×{side} (generated: {how})</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Forme {side}×{side} (generate: {how})</translation>
    </message>
    <message>
        <source>How many training images are drawn; more begin with the same ones. Where all images take more than 1 GiB, they are drawn into files on the disk.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Quante immagini di addestramento si disegnano; se sono di più, le prime sono le stesse. Se tutte insieme occupano più di 1 GiB, vengono disegnate in file sul disco.</translation>
    </message>
    <message>
        <source>Test images</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Immagini di test</translation>
    </message>
    <message>
        <source>How many test images are drawn besides, which are those on the map; 0 stands for a fifth of the training images, at most 10,000.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Quante immagini di test si disegnano in più, che sono quelle sulla mappa; 0 indica un quinto delle immagini di addestramento, al massimo 10&#x202f;000.</translation>
    </message>
    <message>
        <source>there must be at least {fewest} test images</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>devono esserci almeno {fewest} immagini di test</translation>
    </message>
    <message>
        <source>{factors} and {last_factor} vary</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>variano {factors} e {last_factor}</translation>
    </message>
    <message>
        <source>only {factor} varies</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>varia solo {factor}</translation>
    </message>
    <message>
        <source>{images:,} images of {side} × {side} pixels in colour take {size:.1f} GiB; {most:.0f} GiB is the most. Nothing was drawn. Choose fewer images or smaller ones.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>{images:,} immagini di {side} × {side} pixel a colori occupano {size:.1f} GiB; il massimo è {most:.0f} GiB. Non è stato disegnato nulla. Scegli meno immagini, o più piccole.</translation>
    </message>
    <message>
        <source>{images:,} images of {side} × {side} pixels take {size:.1f} GiB; {most:.0f} GiB is the most. Nothing was drawn. Choose fewer images or smaller ones.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>{images:,} immagini di {side} × {side} pixel occupano {size:.1f} GiB; il massimo è {most:.0f} GiB. Non è stato disegnato nulla. Scegli meno immagini, o più piccole.</translation>
    </message>
    <message>
        <source>There is no memory for {images:,} images, which take {size:.1f} GiB. Nothing was drawn. Choose fewer images or smaller ones.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Non c’è memoria per {images:,} immagini, che occupano {size:.1f} GiB. Non è stato disegnato nulla. Scegli meno immagini, o più piccole.</translation>
    </message>
    <message>
        <source>Drawing shapes into files</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>Disegno delle forme in file</translation>
    </message>
    <message>
        <source>{dataset} could not be downloaded: {reason}. Nothing partial was kept. Try again later, or point to a folder that holds the files.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>Non è stato possibile scaricare {dataset}: {reason}. Non è stato conservato nulla di parziale. Riprova più tardi, o indica una cartella che contiene i file.</translation>
    </message>
    <message>
        <source>“{name}” stands for shapes that are drawn on the fly. Choose another name.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>“{name}” indica forme disegnate al momento. Scegli un altro nome.</translation>
    </message>
    <message>
        <source>No {dataset} in {folder}. Download it ({megabytes:.0f} MB), or point to the folder that holds {file} and its three companions.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>{dataset} non è in {folder}. Scaricalo ({megabytes:.0f} MB), o indica la cartella che contiene {file} e i tre file compagni.</translation>
    </message>
    <message>
        <source>{file} and {other_file} in {folder} hold images of different sizes.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>{file} e {other_file} in {folder} contengono immagini di dimensioni diverse.</translation>
    </message>
    <message>
        <source>{dataset} is ready</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>{dataset} è pronto</translation>
    </message>
    <message>
        <source>There is no dataset called “{dataset}”. Known: {datasets}.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>Non c’è un dataset di nome “{dataset}”. Noti: {datasets}.</translation>
    </message>
    <message>
        <source>{file} is missing from {folder}.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>{file} manca in {folder}.</translation>
    </message>
    <message>
        <source>{images_file} and {labels_file} in {folder} do not belong together.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>{images_file} e {labels_file} in {folder} non vanno insieme.</translation>
    </message>
    <message>
        <source>The files in {folder} are {other_dataset}, not {dataset}.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>I file in {folder} sono {other_dataset}, non {dataset}.</translation>
    </message>
    <message>
        <source>Cannot write to {folder}: {reason}. Choose another folder.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>Non si può scrivere in {folder}: {reason}. Scegli un’altra cartella.</translation>
    </message>
    <message>
        <source>Downloading {dataset}</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>Download di {dataset}</translation>
    </message>
    <message>
        <source>Connecting for {dataset}…</source>
        <extracomment>vaegui/sources.py, vaegui/ui/dataset_store.py</extracomment>
        <translation>Connessione per {dataset}…</translation>
    </message>
    <message>
        <source>{dataset}: nothing has arrived for {seconds:.0f} s. Wait, or cancel and try again later</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation>{dataset}: da {seconds:.0f} s non arriva nulla. Aspetta, o annulla e riprova più tardi</translation>
    </message>
    <message>
        <source>the size of {tensor} is not that of its shape</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation>la dimensione di {tensor} non è quella della sua forma</translation>
    </message>
    <message>
        <source>This machine has no {device} device that torch can use. Choose “auto” or “cpu”.</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation>Questa macchina non ha un dispositivo {device} utilizzabile da torch. Scegli “auto” o “cpu”.</translation>
    </message>
    <message>
        <source>Training diverged at step {step} (epoch {epoch:.2f}): the loss is no longer a finite number. The epochs finished before are kept. Try a smaller learning rate ({smaller:g} in place of {learning_rate:g}).</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation>L’addestramento è divergito al passo {step} (epoca {epoch:.2f}): la loss non è più un numero finito. Le epoche concluse prima sono conservate. Prova con un learning rate più piccolo ({smaller:g} invece di {learning_rate:g}).</translation>
    </message>
    <message>
        <source>Keep best: training was over before. The run itself holds the best epoch.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Conserva migliore: l’addestramento era già finito. La run stessa contiene l’epoca migliore.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Asked at {time}; nobody has answered. Is the job still running, and does what is written here reach it?</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Chiesto alle {time}; nessuno ha risposto. Il job è ancora in esecuzione, e ciò che si scrive qui gli arriva?</translation>
    </message>
    <message>
        <source>It could not be asked: {reason}.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Non è stato possibile chiederlo: {reason}.</translation>
    </message>
    <message>
        <source>The job could not do it: {reason}</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Il job non ci è riuscito: {reason}</translation>
    </message>
    <message>
        <source>Stop: done.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Ferma: fatto.</translation>
    </message>
    <message>
        <source>Keep best: epoch {epoch:.4g} is kept as “{run}”, beside this run.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Conserva migliore: l’epoca {epoch:.4g} è conservata come “{run}”, accanto a questa run.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>“vaegui continue” in a terminal takes it up; so does Continue, where the list of runs has it.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>“vaegui continue” in un terminale la riprende; così anche Continua, dove l’elenco delle run la contiene.</translation>
    </message>
    <message>
        <source>no program trains it any more</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>nessun programma la addestra più</translation>
    </message>
    <message>
        <source>Something else trains this run; map and curves follow {path}</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Questa run è addestrata altrove; mappa e curve seguono {path}</translation>
    </message>
    <message>
        <source>No program trains this run any more: nobody would answer.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Nessun programma addestra più questa run: non risponderebbe nessuno.</translation>
    </message>
    <message>
        <source>Cut off</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Interrotta</translation>
    </message>
    <message>
        <source>Stop: asked at {time}. Nobody has answered yet.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Ferma: chiesto alle {time}. Nessuno ha ancora risposto.</translation>
    </message>
    <message>
        <source>Keep best: asked at {time}. Nobody has answered yet.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Conserva migliore: chiesto alle {time}. Nessuno ha ancora risposto.</translation>
    </message>
    <message>
        <source>Stop: the job has taken the request. It closes the epoch and measures the best one.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Ferma: il job ha accolto la richiesta. Chiude l’epoca e misura la migliore.</translation>
    </message>
    <message>
        <source>Keep best: the job has taken the request.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Conserva migliore: il job ha accolto la richiesta.</translation>
    </message>
    <message>
        <source>Nothing of this run has arrived whole yet.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Di questa run non è ancora arrivato nulla per intero.</translation>
    </message>
    <message>
        <source>It has been asked already.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>È già stato chiesto.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Silenzio</translation>
    </message>
    <message>
        <source>Its folder may not be written to, and a request is a file in it.</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Nella sua cartella non si può scrivere, e una richiesta è un file che vi si mette.</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>Dal vivo</translation>
    </message>
    <message>
        <source>no newer save in {time}</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>nessun nuovo salvataggio da {time}</translation>
    </message>
    <message>
        <source>the last save came {time} ago</source>
        <extracomment>vaegui/ui/afar.py</extracomment>
        <translation>l’ultimo salvataggio è arrivato {time} fa</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {error}. The program goes on, and so does a training; saved runs are safe.</source>
        <extracomment>vaegui/ui/alarm.py</extracomment>
        <translation>Si è verificato un errore inatteso: {error}. Il programma continua, e così un addestramento in corso; le run salvate sono al sicuro.</translation>
    </message>
    <message>
        <source>{draws:,} importance samples from q say {log_p}: {off} nats too low, effective sample size {effective}.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>{draws:,} campioni per importanza da q dicono {log_p}: {off} nat in meno del vero, dimensione campionaria efficace {effective}.</translation>
    </message>
    <message>
        <source>{likelihood}; nats per image</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>{likelihood}; nat per immagine</translation>
    </message>
    <message>
        <source>Halving the grid’s spacing changed log p(x) by {change} nats.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Dimezzare il passo della griglia ha cambiato log p(x) di {change} nat.</translation>
    </message>
    <message>
        <source>{draws:,} draws from the best Gaussian, made wider and mixed with the prior: {log_p} ± {error} nats, effective sample size {effective}.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>{draws:,} campioni dalla migliore gaussiana, allargata e mescolata con il prior: {log_p} ± {error} nat, dimensione campionaria efficace {effective}.</translation>
    </message>
    <message>
        <source>{draws:,} importance samples from q say {log_p}: {off} nats too high, effective sample size {effective}.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>{draws:,} campioni per importanza da q dicono {log_p}: {off} nat in più del vero, dimensione campionaria efficace {effective}.</translation>
    </message>
    <message>
        <source>Residual log p(x) − ELBO − KL: {residual} nats.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Residuo log p(x) − ELBO − KL: {residual} nat.</translation>
    </message>
    <message>
        <source>Parts of the posterior are out of q’s reach.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Parti del posterior sono fuori dalla portata di q.</translation>
    </message>
    <message>
        <source>{title}: {lowest} to {highest}</source>
        <extracomment>vaegui/ui/colour_bar.py</extracomment>
        <translation>{title}: da {lowest} a {highest}</translation>
    </message>
    <message>
        <source>nats/image</source>
        <extracomment>vaegui/ui/colouring.py, vaegui/ui/figures_panel.py</extracomment>
        <translation>nat/immagine</translation>
    </message>
    <message>
        <source>These test images are too many to measure each of them. Colour them by something else.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Queste immagini di test sono troppe per misurarle una per una. Colorale in base ad altro.</translation>
    </message>
    <message>
        <source>Density on the map</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Densità sulla mappa</translation>
    </message>
    <message>
        <source>Density {symbol}</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation>Densità {symbol}</translation>
    </message>
    <message>
        <source>Show the panel {panel}</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation>Mostra il pannello {panel}</translation>
    </message>
    <message>
        <source>Open run “{run}”</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation>Apri la run “{run}”</translation>
    </message>
    <message>
        <source>Train on {dataset}</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation>Addestra su {dataset}</translation>
    </message>
    <message>
        <source>default: {value}</source>
        <extracomment>vaegui/ui/config_form.py</extracomment>
        <translation>predefinito: {value}</translation>
    </message>
    <message>
        <source>True</source>
        <extracomment>vaegui/ui/config_form.py</extracomment>
        <translation>sì</translation>
    </message>
    <message>
        <source>False</source>
        <extracomment>vaegui/ui/config_form.py</extracomment>
        <translation>no</translation>
    </message>
    <message>
        <source>test image {row:,}, {caption}</source>
        <extracomment>vaegui/ui/contact_sheet.py</extracomment>
        <translation>immagine di test {row:,}, {caption}</translation>
    </message>
    <message>
        <source>decoded at {right} {x}, {up} {y}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>decodificata in {right} {x}, {up} {y}</translation>
    </message>
    <message>
        <source>generated image {index}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>immagine generata {index}</translation>
    </message>
    <message>
        <source>{name} = {value}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>{name} = {value}</translation>
    </message>
    <message>
        <source>image {index} along the path</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>immagine {index} lungo il percorso</translation>
    </message>
    <message>
        <source>&amp;Copy coordinates {coordinates}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>&amp;Copia le coordinate {coordinates}</translation>
    </message>
    <message>
        <source>&amp;Nearest image: {image}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>Immagine più &amp;vicina: {image}</translation>
    </message>
    <message numerus="yes">
        <source>Copied: all {count} coordinates of z.</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation>
            <numerusform>Copiata {count} coordinata di z.</numerusform>
            <numerusform>Copiate tutte le {count} coordinate di z.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The {count:,} selected images &amp;alone</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>
            <numerusform>S&amp;oltanto {count:,} immagine selezionata</numerusform>
            <numerusform>S&amp;oltanto le {count:,} immagini selezionate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{dataset} with&amp;out the selected images</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>
            <numerusform>{dataset} se&amp;nza l’immagine selezionata</numerusform>
            <numerusform>{dataset} se&amp;nza le immagini selezionate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{dataset} with the selected images in the &amp;class</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>
            <numerusform>{dataset} con l’immagine selezionata nella &amp;classe</numerusform>
            <numerusform>{dataset} con le immagini selezionate nella &amp;classe</numerusform>
        </translation>
    </message>
    <message>
        <source>{dataset}, only the classes that are &amp;shown on the map</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation>{dataset}, solo le classi che si &amp;vedono sulla mappa</translation>
    </message>
    <message>
        <source>Folder with the files of {dataset}</source>
        <extracomment>vaegui/ui/dataset_store.py</extracomment>
        <translation>Cartella con i file di {dataset}</translation>
    </message>
    <message>
        <source>There is no {dataset} in {folder}: it should hold {file} (or the same with .gz) and its three companions, or be the folder above them in torchvision&apos;s layout.</source>
        <extracomment>vaegui/ui/dataset_store.py</extracomment>
        <translation>{dataset} non è in {folder}: dovrebbe contenere {file} (anche con .gz) e i tre file compagni, o essere la cartella sopra di essi nella struttura di torchvision.</translation>
    </message>
    <message>
        <source>Type a number for {coordinate} to move the target.</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>Scrivi un numero per {coordinate} per spostare il bersaglio.</translation>
    </message>
    <message>
        <source>{right}, {up} =</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>{right}, {up} =</translation>
    </message>
    <message>
        <source>Decoded image at z = ({x}, {y}). {nearby}</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>Immagine decodificata in z = ({x}, {y}). {nearby}</translation>
    </message>
    <message>
        <source>Decoded image at {right} {x}, {up} {y}. {nearby}</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation>Immagine decodificata in {right} {x}, {up} {y}. {nearby}</translation>
    </message>
    <message>
        <source>Salt and pepper</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Sale e pepe</translation>
    </message>
    <message>
        <source>Masking</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Mascheramento</translation>
    </message>
    <message>
        <source>mean PSNR: noisy {noisy}; denoised {denoised} (no better), from clean {clean}.</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>PSNR medio: rumorosa {noisy}; ripulita {denoised} (non meglio), dalla pulita {clean}.</translation>
    </message>
    <message>
        <source>mean PSNR: noisy {noisy}; {verdicts}.</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>PSNR medio: rumorosa {noisy}; {verdicts}.</translation>
    </message>
    <message>
        <source>equal</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>uguale</translation>
    </message>
    <message>
        <source>mean PSNR: noisy {noisy}; denoised {denoised} (better), from clean {clean}.</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>PSNR medio: rumorosa {noisy}; ripulita {denoised} (meglio), dalla pulita {clean}.</translation>
    </message>
    <message>
        <source>Arrows on the map: clean → noisy code.</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>Frecce sulla mappa: codice pulito → rumoroso.</translation>
    </message>
    <message>
        <source>clean</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>pulita</translation>
    </message>
    <message>
        <source>noisy</source>
        <extracomment>vaegui/ui/denoising_panel.py, vaegui/ui/draw_panel.py</extracomment>
        <translation>rumorosa</translation>
    </message>
    <message>
        <source>denoised</source>
        <extracomment>vaegui/ui/denoising_panel.py, vaegui/ui/draw_panel.py</extracomment>
        <translation>ripulita</translation>
    </message>
    <message>
        <source>{run} denoised {denoised} (better)</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>{run} ripulita {denoised} (meglio)</translation>
    </message>
    <message>
        <source>{run} denoised {denoised} (no better)</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation>{run} ripulita {denoised} (non meglio)</translation>
    </message>
    <message>
        <source>PyTorch {version} on {device}</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>PyTorch {version} su {device}</translation>
    </message>
    <message>
        <source>live</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/runs_panel.py</extracomment>
        <translation>dal vivo</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/films/scenes.py</extracomment>
        <translation>epoca {epoch}</translation>
    </message>
    <message numerus="yes">
        <source>{shown:,} of {count:,} test images</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>
            <numerusform>{shown:,} di {count:,} immagine di test</numerusform>
            <numerusform>{shown:,} di {count:,} immagini di test</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody asked for a stop through the folder of this run: it is kept.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Qualcuno ha chiesto di fermare attraverso la cartella di questa run: la run è conservata.</translation>
    </message>
    <message>
        <source>Finished: best epoch {epoch:.4g}, test {figure} {mean} ± {error} nats/image, kept as “{run}”.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Finito: epoca migliore {epoch:.4g}, {figure} di test {mean} ± {error} nat/immagine, run conservata come “{run}”.</translation>
    </message>
    <message>
        <source>Finished: best epoch {epoch:.4g}, kept as “{run}”.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Finito: epoca migliore {epoch:.4g}, run conservata come “{run}”.</translation>
    </message>
    <message>
        <source>Train anew with batches of {images}?</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Addestrare di nuovo con batch di {images}?</translation>
    </message>
    <message>
        <source>stopped in “{phase}”</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>fermata in “{phase}”</translation>
    </message>
    <message>
        <source>Reading what was saved…</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Lettura di ciò che è stato salvato…</translation>
    </message>
    <message>
        <source>No more than {most} runs are compared at a time.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Non si confrontano più di {most} run alla volta.</translation>
    </message>
    <message numerus="yes">
        <source>Nats per image: {model} ({count} runs of other likelihoods or images not drawn)</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>
            <numerusform>Nat per immagine: {model} ({count} run con altra verosimiglianza o altre immagini non disegnata)</numerusform>
            <numerusform>Nat per immagine: {model} ({count} run con altre verosimiglianze o immagini non disegnate)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nats per image: {model}</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Nat per immagine: {model}</translation>
    </message>
    <message>
        <source>&amp;Read “{dataset}” again…</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>&amp;Rileggi “{dataset}”…</translation>
    </message>
    <message>
        <source>Re&amp;move “{dataset}”</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Ri&amp;muovi “{dataset}”</translation>
    </message>
    <message>
        <source>{images} images/s</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/train_panel.py</extracomment>
        <translation>{images} immagini/s</translation>
    </message>
    <message>
        <source>Somebody asked for it: the best epoch so far is kept as “{run}”.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Qualcuno l’ha chiesto: l’epoca migliore finora è conservata come “{run}”.</translation>
    </message>
    <message>
        <source>Train with {images}</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Addestra con {images}</translation>
    </message>
    <message>
        <source>Reading {dataset}…</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/explorer.py</extracomment>
        <translation>Leggo {dataset}…</translation>
    </message>
    <message>
        <source>Another machine was training “{run}” when it was saved last.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Al momento dell’ultimo salvataggio “{run}” era addestrata da un’altra macchina.</translation>
    </message>
    <message>
        <source>If it still does, both would write into the same folder. Go on only if that job is gone.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Se lo è ancora, entrambe scriverebbero nella stessa cartella. Prosegui solo se quel job non c’è più.</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Ferma e conserva</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>{device} · compiled</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>{device} · compilato</translation>
    </message>
    <message>
        <source>Stop, keep and close</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Ferma, conserva e chiudi</translation>
    </message>
    <message>
        <source>The save before is whole: open the run from the list.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Il salvataggio precedente è integro: apri la run dall’elenco.</translation>
    </message>
    <message>
        <source>No {dataset} on this machine yet.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>{dataset} non è ancora su questa macchina.</translation>
    </message>
    <message>
        <source>Train it here</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation>Addestra qui</translation>
    </message>
    <message>
        <source>No run is open whose dimensions could be shown.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Nessuna run è aperta di cui si possano mostrare le dimensioni.</translation>
    </message>
    <message>
        <source>Independent pixels have no latent variables, and so no dimensions.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>I pixel indipendenti non hanno variabili latenti, quindi nemmeno dimensioni.</translation>
    </message>
    <message>
        <source>The code has one dimension, and there is no map of it to move on.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Il codice ha una dimensione, e non c’è una mappa su cui muoversi.</translation>
    </message>
    <message>
        <source>The map shows both dimensions, all that there is: a click decodes exactly, and a slider moves the target.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>La mappa mostra entrambe le dimensioni, cioè tutte: un clic decodifica in modo esatto, e un cursore sposta il bersaglio.</translation>
    </message>
    <message>
        <source>UMAP is for codes that stay: it can be had once the training is over.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>UMAP è per codici che non cambiano: si potrà avere ad addestramento finito.</translation>
    </message>
    <message>
        <source>There are no codes yet, by which dimensions could be told apart.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Non ci sono ancora codici in base a cui distinguere le dimensioni.</translation>
    </message>
    <message>
        <source>By their KL, nats per image; images from −3 to 3, all other dimensions as they are now.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Secondo la loro KL, nat per immagine; immagini da −3 a 3, con tutte le altre dimensioni come sono ora.</translation>
    </message>
    <message>
        <source>By the variance of the codes, which have no rate; images from the 1st to the 99th percentile, all other dimensions as they are now.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Secondo la varianza dei codici, che non hanno un tasso; immagini dal 1º al 99º percentile, con tutte le altre dimensioni come sono ora.</translation>
    </message>
    <message numerus="yes">
        <source>Of {count} dimensions {most} are shown.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>
            <numerusform>Di {count} dimensione se ne mostrano {most}.</numerusform>
            <numerusform>Di {count} dimensioni se ne mostrano {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some codes are not finite, and UMAP needs neighbours of all. The map stays as it is.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Alcuni codici non sono finiti, e UMAP ha bisogno dei vicini di tutti. La mappa resta com’è.</translation>
    </message>
    <message>
        <source>UMAP places the codes…</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>UMAP dispone i codici…</translation>
    </message>
    <message>
        <source>two axes</source>
        <extracomment>vaegui/ui/dimensions_panel.py, vaegui/ui/lessons/staging.py</extracomment>
        <translation>due assi</translation>
    </message>
    <message>
        <source>KL {value} nats per image</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>KL {value} nat per immagine</translation>
    </message>
    <message>
        <source>Row {row} of {rows}: {name} at {value}, {amount}</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Riga {row} di {rows}: {name} a {value}, {amount}</translation>
    </message>
    <message>
        <source>variance {value}</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>varianza {value}</translation>
    </message>
    <message>
        <source>Dimensions of the code</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Dimensioni del codice</translation>
    </message>
    <message>
        <source>collapsed</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>collassata</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Che cosa mostra la mappa</translation>
    </message>
    <message>
        <source>What the map shows of the codes: two of their dimensions; the plane along which they vary most (PCA); or where UMAP puts them, which keeps neighbours together</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Che cosa mostra la mappa dei codici: due delle loro dimensioni; il piano lungo il quale variano di più (PCA); o dove li mette UMAP, che tiene insieme i vicini</translation>
    </message>
    <message>
        <source>Refit</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Riadatta</translation>
    </message>
    <message>
        <source>Find the plane for the codes as they are now: the two dimensions that tell most, PCA or UMAP</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Trova il piano per i codici come sono ora: le due dimensioni che dicono di più, PCA o UMAP</translation>
    </message>
    <message>
        <source>Progress of UMAP</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Avanzamento di UMAP</translation>
    </message>
    <message>
        <source>Leave the map as it is</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Lascia la mappa com’è</translation>
    </message>
    <message>
        <source>Map:</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Mappa:</translation>
    </message>
    <message>
        <source>Value of the dimension</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Valore della dimensione</translation>
    </message>
    <message>
        <source>The value of the dimension whose row was used last; type another one</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Il valore della dimensione la cui riga è stata usata per ultima; scrivine un altro</translation>
    </message>
    <message>
        <source>Give all dimensions the values that they have in the code of this image</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Dai a tutte le dimensioni i valori che hanno nel codice di questa immagine</translation>
    </message>
    <message>
        <source>Dimension to the right</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Dimensione verso destra</translation>
    </message>
    <message>
        <source>The dimension that runs to the right on the map</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>La dimensione che sulla mappa va verso destra</translation>
    </message>
    <message>
        <source>Dimension upwards</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Dimensione verso l’alto</translation>
    </message>
    <message>
        <source>The dimension that runs upwards on the map</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>La dimensione che sulla mappa va verso l’alto</translation>
    </message>
    <message>
        <source>To {image}</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Vai a {image}</translation>
    </message>
    <message>
        <source>To the chosen image</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Vai all’immagine scelta</translation>
    </message>
    <message>
        <source>Each row: what the decoder draws along one dimension, all others as they are now. Drag within it, or use the arrow keys, to change the value; a double click, or Delete, has it as in the chosen image.</source>
        <extracomment>vaegui/ui/dimensions_panel.py</extracomment>
        <translation>Ogni riga: ciò che il decoder disegna lungo una dimensione, con tutte le altre come sono ora. Trascina al suo interno, o usa i tasti freccia, per cambiare il valore; un doppio clic, o Canc, lo riporta a quello dell’immagine scelta.</translation>
    </message>
    <message>
        <source>Float or dock the panel {panel}</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Stacca o riaggancia il pannello {panel}</translation>
    </message>
    <message>
        <source>Close the panel {panel}</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Chiudi il pannello {panel}</translation>
    </message>
    <message>
        <source>More in the guide</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation>Di più nella guida</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <extracomment>vaegui/ui/draw_panel.py, vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>ricostruzione</translation>
    </message>
    <message>
        <source>Width of the brush: {pixels} of the model’s pixels ([ and ]); the eraser is twice that</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Larghezza del pennello: {pixels} pixel del modello ([ e ]); la gomma è larga il doppio</translation>
    </message>
    <message>
        <source>seen</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>vista</translation>
    </message>
    <message>
        <source>rebuilt</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>ricostr.</translation>
    </message>
    <message>
        <source>{image}, changed</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>{image}, con modifiche</translation>
    </message>
    <message>
        <source>Ink: grey level {level} of 255</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation>Inchiostro: livello di grigio {level} di 255</translation>
    </message>
    <message>
        <source>codes z ~ N(0, I), the prior</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>codici z ~ N(0, I), il prior</translation>
    </message>
    <message>
        <source>other images, so nothing is linked</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>altre immagini, quindi nulla è collegato</translation>
    </message>
    <message>
        <source>codes z ~ N(0, I), which this autoencoder was never asked to use</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>codici z ~ N(0, I), che a questo autoencoder non è mai stato chiesto di usare</translation>
    </message>
    <message>
        <source>a draw of p(x|z)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>un’estrazione da p(x|z)</translation>
    </message>
    <message>
        <source>the mean of p(x|z)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>la media di p(x|z)</translation>
    </message>
    <message numerus="yes">
        <source>codes from {count} Gaussians fitted to those of training images</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>
            <numerusform>codici da {count} gaussiana adattata a quelli delle immagini di addestramento</numerusform>
            <numerusform>codici da {count} gaussiane adattate a quelli delle immagini di addestramento</numerusform>
        </translation>
    </message>
    <message>
        <source>No {dataset} on this machine yet. The panel needs its test images.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation>{dataset} non è ancora su questa macchina. Al pannello servono le sue immagini di test.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images of {dataset}, half to learn from, half to be asked about.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test di {dataset}, metà per imparare, metà per la verifica.</numerusform>
            <numerusform>{count:,} immagini di test di {dataset}, metà per imparare, metà per la verifica.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} dimensions cannot tell all of {factors} factors.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation>
            <numerusform>{count} dimensione non può dire tutto di {factors} fattori.</numerusform>
            <numerusform>{count} dimensioni non possono dire tutto di {factors} fattori.</numerusform>
        </translation>
    </message>
    <message>
        <source>Disentanglement</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Disentanglement</translation>
    </message>
    <message>
        <source>Completeness</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Completezza</translation>
    </message>
    <message>
        <source>Informativeness</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Informatività</translation>
    </message>
    <message>
        <source>form</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation>forma</translation>
    </message>
    <message>
        <source>scale</source>
        <extracomment>vaegui/shapes.py, vaegui/ui/map_switches.py</extracomment>
        <translation>scala</translation>
    </message>
    <message>
        <source>rotation</source>
        <extracomment>vaegui/shapes.py, vaegui/ui/map_switches.py</extracomment>
        <translation>rotazione</translation>
    </message>
    <message>
        <source>hue</source>
        <extracomment>vaegui/shapes.py, vaegui/ui/map_switches.py</extracomment>
        <translation>tinta</translation>
    </message>
    <message numerus="yes">
        <source>Of {count} dimensions, the {shown} that tell most are shown.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>
            <numerusform>Di {count} dimensione si mostrano le {shown} che dicono di più.</numerusform>
            <numerusform>Di {count} dimensioni si mostrano le {shown} che dicono di più.</numerusform>
        </translation>
    </message>
    <message>
        <source>disentanglement of {dimension}: {value}; it has {share:.0f} % of all importance</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>disentanglement di {dimension}: {value}; ha il {share:.0f} % di tutta l’importanza</translation>
    </message>
    <message>
        <source>importance</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>importanza</translation>
    </message>
    <message>
        <source>informative</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>informatività</translation>
    </message>
    <message>
        <source>complete</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>completezza</translation>
    </message>
    <message>
        <source>disentangled</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>disentanglement</translation>
    </message>
    <message>
        <source>informativeness of all dimensions about {factor}: {value}</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>informatività di tutte le dimensioni su {factor}: {value}</translation>
    </message>
    <message>
        <source>completeness of {factor}: {value}</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>completezza di {factor}: {value}</translation>
    </message>
    <message>
        <source>{dimension} and {factor}: {measure} {value}</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>{dimension} e {factor}: {measure} {value}</translation>
    </message>
    <message>
        <source>Here: {meaning} {cited}.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation>Qui: {meaning} {cited}.</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Fine-tuning</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Primi vicini</translation>
    </message>
    <message>
        <source>Linear probe</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Sonda lineare</translation>
    </message>
    <message numerus="yes">
        <source>{name}, {count:,} labelled images: {accuracy} of {test_images:,} test images right</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>
            <numerusform>{name}, {count:,} immagine etichettata: corrette {accuracy} di {test_images:,} immagini di test</numerusform>
            <numerusform>{name}, {count:,} immagini etichettate: corrette {accuracy} di {test_images:,} immagini di test</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch</source>
        <extracomment>vaegui/ui/few_labels_panel.py, vaegui/ui/films/scenes.py, vaegui/ui/metrics_plot.py</extracomment>
        <translation>epoca</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>tutte</translation>
    </message>
    <message>
        <source>The class of the nearest labelled image; with more than 10 labels per class, a vote of the 5 nearest.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>La classe dell’immagine etichettata più vicina; con più di 10 etichette per classe, un voto delle 5 più vicine.</translation>
    </message>
    <message>
        <source>Logistic regression: do straight lines part the classes?</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>Regressione logistica: bastano delle rette a separare le classi?</translation>
    </message>
    <message numerus="yes">
        <source>epoch ({count:,} labelled images)</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>
            <numerusform>epoca ({count:,} immagine etichettata)</numerusform>
            <numerusform>epoca ({count:,} immagini etichettate)</numerusform>
        </translation>
    </message>
    <message>
        <source>labels per class (all: {images:,})</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation>etichette per classe (tutte: {images:,})</translation>
    </message>
    <message>
        <source>single column, {width:g} in</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>una colonna, {width:g} in</translation>
    </message>
    <message>
        <source>1.5 columns, {width:g} in</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>1.5 colonne, {width:g} in</translation>
    </message>
    <message>
        <source>double column, {width:g} in</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>due colonne, {width:g} in</translation>
    </message>
    <message>
        <source>slide, {width:g} in</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>diapositiva, {width:g} in</translation>
    </message>
    <message>
        <source>print</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>stampa</translation>
    </message>
    <message>
        <source>Saved as {file}, {size}.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Salvata in {file}, {size}.</translation>
    </message>
    <message>
        <source> in</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation> in</translation>
    </message>
    <message>
        <source>own</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>libera</translation>
    </message>
    <message>
        <source>So that everything fits, text is {share:.0f} % of what was chosen; a larger figure has room for it.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation>Perché ci stia tutto, il testo è il {share:.0f} % di quanto scelto; in una figura più grande ci sta.</translation>
    </message>
    <message>
        <source>Copied “{title}”: {width} × {height} pixels.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation>Copiato “{title}”: {width} × {height} pixel.</translation>
    </message>
    <message>
        <source>There is nothing to draw in “{panel}” yet: the panel says what to do first.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation>In “{panel}” non c’è ancora nulla da disegnare: il pannello dice che cosa fare prima.</translation>
    </message>
    <message>
        <source>“{file}” does not say what to draw: let its name end in .png, .svg or .pdf.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation>“{file}” non dice che cosa disegnare: fai finire il nome in .png, .svg o .pdf.</translation>
    </message>
    <message>
        <source>The figure would have {millions:,.0f} million pixels, and at most {most:.0f} million are drawn. Choose fewer dots per inch, or a smaller size.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation>La figura avrebbe {millions:,.0f} milioni di pixel, e se ne disegnano al massimo {most:.0f} milioni. Scegli meno punti per pollice, o dimensioni più piccole.</translation>
    </message>
    <message>
        <source>The figure was not saved as {file}: {reason}. Nothing there was changed; choose another place.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation>La figura non è stata salvata in {file}: {reason}. Lì non è cambiato nulla; scegli un altro posto.</translation>
    </message>
    <message>
        <source> images</source>
        <extracomment>vaegui/ui/figures_panel.py, vaegui/ui/gaps_panel.py</extracomment>
        <translation> immagini</translation>
    </message>
    <message>
        <source>{images}; the same for all. ▲ better than all others by more than two standard errors of the paired difference. Nats are compared only between equal likelihoods.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>{images}, le stesse per tutte. ▲ migliore di tutte di oltre due errori standard della differenza appaiata. Nat confrontati solo a pari verosimiglianza.</translation>
    </message>
    <message>
        <source>better, more than two standard errors</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>migliore per più di due errori standard</translation>
    </message>
    <message>
        <source>{run} minus {first}, image by image</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>{run} meno {first}, immagine per immagine</translation>
    </message>
    <message>
        <source>better by {margin}, more than two standard errors</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>migliore di {margin}, più di due errori standard</translation>
    </message>
    <message>
        <source>Nats of another likelihood than {run}’s: they are not compared.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>Nat di una verosimiglianza diversa da quella di {run}: non si confrontano.</translation>
    </message>
    <message>
        <source>figure</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation>valore</translation>
    </message>
    <message>
        <source>white</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>bianco</translation>
    </message>
    <message>
        <source>{width:,} × {height:,} pixels</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation>{width:,} × {height:,} pixel</translation>
    </message>
    <message>
        <source>Film: walk along the path</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Filmato: cammino lungo il percorso</translation>
    </message>
    <message>
        <source>Film: training</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Filmato: addestramento</translation>
    </message>
    <message>
        <source>Film: optimisation of q</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Filmato: ottimizzazione di q</translation>
    </message>
    <message>
        <source>Made {film}</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Fatto {film}</translation>
    </message>
    <message>
        <source>Only codes of two dimensions make a map to film; those of this training have {dimensions}.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation>Solo codici di due dimensioni fanno una mappa da filmare; quelli di questo addestramento ne hanno {dimensions}.</translation>
    </message>
    <message>
        <source>{bound} (nats/image)</source>
        <extracomment>vaegui/ui/films/reel.py</extracomment>
        <translation>{bound} (nat/immagine)</translation>
    </message>
    <message>
        <source>IWAE bound (nats/image)</source>
        <extracomment>vaegui/ui/films/reel.py</extracomment>
        <translation>Limite IWAE (nat/immagine)</translation>
    </message>
    <message>
        <source>straight line, from {start} to {end}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>linea retta, da {start} a {end}</translation>
    </message>
    <message>
        <source>{bound} {nats} nats/image (training)</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>{bound} {nats} nat/immagine (addestramento)</translation>
    </message>
    <message>
        <source>rate {rate} · distortion {distortion} nats/image</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>tasso {rate} · distorsione {distortion} nat/immagine</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images</source>
        <extracomment>vaegui/shapes.py, vaegui/ui/desk.py, vaegui/ui/films/scenes.py, vaegui/ui/plane_study.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test</numerusform>
            <numerusform>{count:,} immagini di test</numerusform>
        </translation>
    </message>
    <message>
        <source>log p(x) could not be estimated.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>Non è stato possibile stimare log p(x).</translation>
    </message>
    <message>
        <source>That is few: log p(x) may well be higher.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation>È poca: log p(x) può ben essere più alto.</translation>
    </message>
    <message>
        <source>Exact only with two dimensions, and so off here: the regions of the posterior, shortest paths, gaps, films of a training and of q, pages. Bound falls back on importance sampling.</source>
        <extracomment>vaegui/ui/dimensions.py</extracomment>
        <translation>Esatti solo con due dimensioni, quindi qui disattivati: le regioni del posterior, i percorsi più brevi, i divari, i filmati di un addestramento e di q, le pagine. Limite ricorre al campionamento per importanza.</translation>
    </message>
    <message>
        <source>ELBO(q) = {elbo} nats
log p(x) = {log_p} nats
gap = KL(q ‖ p(z|x)) = {gap} nats</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>ELBO(q) = {elbo} nat
log p(x) = {log_p} nat
divario = KL(q ‖ p(z|x)) = {gap} nat</translation>
    </message>
    <message>
        <source>spherical, from {start} to {end}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>sferica, da {start} a {end}</translation>
    </message>
    <message>
        <source>shortest in images, from {start} to {end}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>la più breve in immagini, da {start} a {end}</translation>
    </message>
    <message>
        <source>colours: {amount}, {low} (dark) to {high} (bright) {unit}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>colori: {amount}, da {low} (scuro) a {high} (chiaro) {unit}</translation>
    </message>
    <message>
        <source>Test image {row:,} (“{class_name}”)</source>
        <extracomment>vaegui/ui/films/scenes.py, vaegui/ui/map_driver.py</extracomment>
        <translation>Immagine di test {row:,} (“{class_name}”)</translation>
    </message>
    <message>
        <source>Test image {row:,}</source>
        <extracomment>vaegui/ui/films/scenes.py, vaegui/ui/map_driver.py</extracomment>
        <translation>Immagine di test {row:,}</translation>
    </message>
    <message>
        <source>step</source>
        <extracomment>vaegui/ui/films/scenes.py, vaegui/ui/metrics_plot.py</extracomment>
        <translation>passo</translation>
    </message>
    <message>
        <source>step {step} of {steps}: a better place than the one the encoder’s q was drawn to</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>passo {step} di {steps}: un posto migliore di quello verso cui andava la q dell’encoder</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>passo {step} di {steps}</translation>
    </message>
    <message>
        <source>the encoder’s q: a better place than the one the encoder’s q was drawn to</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation>la q dell’encoder: un posto migliore di quello verso cui andava la q dell’encoder</translation>
    </message>
    <message>
        <source>Mean rate {rate} = I(n; z) {information} (at most log N = {most}) + KL(q(z) ‖ p(z)) {divergence}; {share:.0f} % of the prior’s mass is in holes (q &lt; p/10).</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>Tasso medio {rate} = I(n; z) {information} (al massimo log N = {most}) + KL(q(z) ‖ p(z)) {divergence}; il {share:.0f} % della massa del prior sta in buchi (q &lt; p/10).</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images of {dataset} · {likelihood} · nats per image ± standard error · q* any Gaussian</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test di {dataset} · {likelihood} · nat per immagine ± errore standard · q* gaussiana qualsiasi</numerusform>
            <numerusform>{count:,} immagini di test di {dataset} · {likelihood} · nat per immagine ± errore standard · q* gaussiana qualsiasi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images of {dataset} · {likelihood} · nats per image ± standard error · q* a diagonal Gaussian</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test di {dataset} · {likelihood} · nat per immagine ± errore standard · q* gaussiana diagonale</numerusform>
            <numerusform>{count:,} immagini di test di {dataset} · {likelihood} · nat per immagine ± errore standard · q* gaussiana diagonale</numerusform>
        </translation>
    </message>
    <message>
        <source>{figures} · residual at most {residual}</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>{figures} · residuo al massimo {residual}</translation>
    </message>
    <message>
        <source>Some q(z|x) are narrower than the lattice that this was summed on.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation>Alcune q(z|x) sono più strette del reticolo su cui si è sommato.</translation>
    </message>
    <message>
        <source>images</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>immagini</translation>
    </message>
    <message numerus="yes">
        <source>Half of {count:,} images have a gap of less than {middle} nats; the largest is {most} nats.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation>
            <numerusform>Il divario di {count:,} immagine è di {middle} nat; il più grande è di {most} nat.</numerusform>
            <numerusform>Metà di {count:,} immagini ha un divario minore di {middle} nat; il più grande è di {most} nat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {error}</source>
        <extracomment>vaegui/ui/generator_thread.py, vaegui/ui/latest_worker.py</extracomment>
        <translation>È andato storto qualcosa di imprevisto: {error}</translation>
    </message>
    <message>
        <source>Draw ε takes samples of q(z|x) for the chosen image, and estimates the ELBO’s gradient.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Estrai ε prende campioni di q(z|x) per l’immagine scelta, e stima il gradiente dell’ELBO.</translation>
    </message>
    <message>
        <source>How many samples an estimate averages. At equal cost the score function gets {times} times as many, since it needs no backward pass through the decoder.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Su quanti campioni media una stima. A parità di costo la score function ne riceve {times} volte tanti, perché non richiede un passaggio all’indietro nel decoder.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Variance × {component_ratio}&lt;/b&gt; without the trick; of the gradient by all of φ × {whole_ratio}.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>&lt;b&gt;Varianza × {component_ratio}&lt;/b&gt; senza il trucco; del gradiente rispetto a tutto φ × {whole_ratio}.</translation>
    </message>
    <message>
        <source>Draw ε</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Estrai ε</translation>
    </message>
    <message>
        <source>Means: {trick} with the trick (K = {trick_samples}), {score} without (K = {score_samples}, equal cost).</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Medie: {trick} con il trucco (K = {trick_samples}), {score} senza (K = {score_samples}, pari costo).</translation>
    </message>
    <message>
        <source>Means: {trick} with the trick (K = {trick_samples}), {score} without (K = {score_samples}, equal cost), exactly {exact}.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Medie: {trick} con il trucco (K = {trick_samples}), {score} senza (K = {score_samples}, pari costo), esatto {exact}.</translation>
    </message>
    <message>
        <source>Mean {mean}, standard deviation {deviation}.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation>Media {mean}, deviazione standard {deviation}.</translation>
    </message>
    <message>
        <source>More than {most} at a time are not kept: clear some under the pad first.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>Non se ne tengono più di {most} alla volta: prima rimuovine alcune sotto il foglio.</translation>
    </message>
    <message numerus="yes">
        <source>{count} images on the map.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>
            <numerusform>{count} immagine sulla mappa.</numerusform>
            <numerusform>{count} immagini sulla mappa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} images under the pad.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>
            <numerusform>{count} immagine sotto il foglio.</numerusform>
            <numerusform>{count} immagini sotto il foglio.</numerusform>
        </translation>
    </message>
    <message>
        <source>test image {number:,}</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>immagine di test {number:,}</translation>
    </message>
    <message>
        <source>distortion {nats} nats/image · PSNR {decibels} dB</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>distorsione {nats} nat/immagine · PSNR {decibels} dB</translation>
    </message>
    <message>
        <source>of the {nearest} nearest codes {same} are “{class_name}”</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation>dei {nearest} codici più vicini, {same} sono “{class_name}”</translation>
    </message>
    <message>
        <source>Close these notes for good (Esc). Help → First steps brings them back</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation>Chiudi definitivamente queste note (Esc). Aiuto → Primi passi le ripristina</translation>
    </message>
    <message>
        <source>Mouse and keys on the map, the pad and in lists</source>
        <extracomment>vaegui/ui/help/keys.py</extracomment>
        <translation>Mouse e tasti sulla mappa, sul foglio e negli elenchi</translation>
    </message>
    <message>
        <source>Copied: {image}, {width} × {height} pixels.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>Copiato: {image}, {width} × {height} pixel.</translation>
    </message>
    <message>
        <source>The image was not saved as {path}: {reason}. Nothing there was changed; choose another place.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>L’immagine non è stata salvata come {path}: {reason}. Lì nulla è cambiato; scegli un altro posto.</translation>
    </message>
    <message>
        <source>The image cannot be dragged out: {reason}.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation>L’immagine non si può trascinare fuori: {reason}.</translation>
    </message>
    <message>
        <source>Row {row} of {rows}</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation>Riga {row} di {rows}</translation>
    </message>
    <message>
        <source>Image {image} of {images}, row {row}, column {column}</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation>Immagine {image} di {images}, riga {row}, colonna {column}</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows of images: {headings}</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation>
            <numerusform>{count} riga di immagini: {headings}</numerusform>
            <numerusform>{count} righe di immagini: {headings}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path}: IDX files with {count:,} images.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>{path}: file IDX con {count:,} immagine.</numerusform>
            <numerusform>{path}: file IDX con {count:,} immagini.</numerusform>
        </translation>
    </message>
    <message>
        <source>grey and colour</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>grigio e colore</translation>
    </message>
    <message>
        <source>{sizes} pixels (of {images:,} looked at), {colours}.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>{sizes} pixel (su {images:,} esaminate), {colours}.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: a folder with {count:,} images.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>{path}: una cartella con {count:,} immagine.</numerusform>
            <numerusform>{path}: una cartella con {count:,} immagini.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path}: a zip archive with {count:,} images.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>{path}: un archivio zip con {count:,} immagine.</numerusform>
            <numerusform>{path}: un archivio zip con {count:,} immagini.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path}: an array with {count:,} images.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>{path}: un array con {count:,} immagine.</numerusform>
            <numerusform>{path}: un array con {count:,} immagini.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} classes: {classes}.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>{count} classe: {classes}.</numerusform>
            <numerusform>{count} classi: {classes}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No labels.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Nessuna etichetta.</translation>
    </message>
    <message numerus="yes">
        <source>{sizes} and {count} other sizes</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>{sizes} e {count} altra dimensione</numerusform>
            <numerusform>{sizes} e altre {count} dimensioni</numerusform>
        </translation>
    </message>
    <message>
        <source>{sizes} pixels, {colours}.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>{sizes} pixel, {colours}.</translation>
    </message>
    <message>
        <source>{images} images were read; {left_out} were left out (see the list). Nothing happened to the files.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Immagini lette: {images}; escluse: {left_out} (vedi l’elenco). I file sono rimasti intatti.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Use {count:,} images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>
            <numerusform>&amp;Usa {count:,} immagine</numerusform>
            <numerusform>&amp;Usa {count:,} immagini</numerusform>
        </translation>
    </message>
    <message>
        <source>With test images of its own.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Con immagini di test proprie.</translation>
    </message>
    <message>
        <source>Without test images of its own.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>Senza immagini di test proprie.</translation>
    </message>
    <message>
        <source>colour</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation>colore</translation>
    </message>
    <message numerus="yes">
        <source>… and {count:,} more</source>
        <extracomment>vaegui/ui/import_dialog.py, vaegui/ui/intake.py</extracomment>
        <translation>
            <numerusform>… e {count:,} in più</numerusform>
            <numerusform>… e {count:,} in più</numerusform>
        </translation>
    </message>
    <message>
        <source>{left_out} of {things} things were left out: one run, dataset or lesson is opened at a time.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>{left_out} di {things} elementi sono rimasti esclusi: si apre una run, un dataset o una lezione alla volta.</translation>
    </message>
    <message>
        <source>“{dataset}” was made here, of other images: {how}. There is nothing to read again.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>“{dataset}” è stato creato qui, da altre immagini: {how}. Non c’è nulla da rileggere.</translation>
    </message>
    <message>
        <source>Read again…</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>Rileggi…</translation>
    </message>
    <message>
        <source>Light paper was turned into a dark ground, which these images have.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation>La carta chiara è diventata un fondo scuro, come in queste immagini.</translation>
    </message>
    <message>
        <source>“{run}” is saved up to epoch {epoch:.4g} of {epochs:,}.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>“{run}” è salvata fino all’epoca {epoch:.4g} di {epochs:,}.</translation>
    </message>
    <message>
        <source>The save before it, of epoch {epoch:.4g}, is whole. It can take the place of the damaged one, which is then removed.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Il salvataggio precedente, dell’epoca {epoch:.4g}, è integro. Può prendere il posto di quello danneggiato, che viene poi rimosso.</translation>
    </message>
    <message>
        <source>No run was being trained; all that was saved is there.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Nessuna run era in addestramento; tutto ciò che era salvato c’è ancora.</translation>
    </message>
    <message>
        <source>It can go on from there as if nothing had happened.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Può riprendere da lì come se nulla fosse successo.</translation>
    </message>
    <message numerus="yes">
        <source>“{run}” has had its {count:,} epochs. For how many more?
They make a new run; this one stays as it is.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>
            <numerusform>“{run}” ha avuto la sua {count:,} epoca. Per quante altre?
Si ottiene una nuova run; questa resta com’è.</numerusform>
            <numerusform>“{run}” ha avuto le sue {count:,} epoche. Per quante altre?
Si ottiene una nuova run; questa resta com’è.</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only: it is open in another window, or being trained there</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>sola lettura: è aperta in un’altra finestra, o vi è in addestramento</translation>
    </message>
    <message>
        <source>read-only: its folder may not be changed</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>sola lettura: la sua cartella non si può modificare</translation>
    </message>
    <message>
        <source>Go back to epoch {epoch:.4g}</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Torna all’epoca {epoch:.4g}</translation>
    </message>
    <message numerus="yes">
        <source>{count} more can be continued from the list of runs.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>
            <numerusform>Un’altra si può continuare dall’elenco delle run.</numerusform>
            <numerusform>Altre {count} si possono continuare dall’elenco delle run.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue training</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation>Continua ad addestrare</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} codes within {reach:g}</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>
            <numerusform>{count:,} codice entro {reach:g}</numerusform>
            <numerusform>{count:,} codici entro {reach:g}</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers shown: {layers}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Livelli mostrati: {layers}.</translation>
    </message>
    <message>
        <source>Layers shown: none.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Livelli mostrati: nessuno.</translation>
    </message>
    <message>
        <source>Classes hidden: {classes}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation>Classi nascoste: {classes}.</translation>
    </message>
    <message>
        <source>Step back</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Passo indietro</translation>
    </message>
    <message>
        <source>Step forward</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>Passo avanti</translation>
    </message>
    <message>
        <source>&lt;b&gt;Try:&lt;/b&gt; {question}</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation>&lt;b&gt;Prova:&lt;/b&gt; {question}</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>This version of vaegui does not know what the step asks for: {names}.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>Questa versione di vaegui non conosce ciò che il passo chiede: {names}.</translation>
    </message>
    <message>
        <source>The map is not as the step has it ({kind}): the panel Dimensions can make it so.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation>La mappa non è come la vuole il passo ({kind}): può renderla tale il pannello Dimensioni.</translation>
    </message>
    <message>
        <source>Lessons (*{ending});;All files (*)</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Lezioni (*{ending});;Tutti i file (*)</translation>
    </message>
    <message>
        <source>The map works; the strips and figures need the images of {dataset}, which are not here yet.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>La mappa funziona; per le strisce e i valori servono le immagini di {dataset}, che non ci sono ancora.</translation>
    </message>
    <message>
        <source>The map works; the strips and figures need the images of “{dataset}”, which are not here.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>La mappa funziona; per le strisce e i valori servono le immagini di “{dataset}”, che qui non ci sono.</translation>
    </message>
    <message>
        <source>The lesson “{lesson}” has changes that are not saved.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>La lezione “{lesson}” ha modifiche non salvate.</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}: {megabytes:.1f} MB with {count} runs, to be mailed.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>
            <numerusform>Salvata come {file}: {megabytes:.1f} MB con {count} run, da spedire per posta.</numerusform>
            <numerusform>Salvata come {file}: {megabytes:.1f} MB con {count} run, da spedire per posta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comes with the program: {count} steps</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>
            <numerusform>Inclusa nel programma: {count} passo</numerusform>
            <numerusform>Inclusa nel programma: {count} passi</numerusform>
        </translation>
    </message>
    <message>
        <source>Save lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Salva lezione…</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Scarta le modifiche</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>Passo {number}</translation>
    </message>
    <message>
        <source>not saved</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation>non salvata</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>{image}: log p(x) = {log_p} nats; its posterior is in {count} places, of which q leaves out {left:.0f} %</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>{image}: log p(x) = {log_p} nat; il suo posterior è in {count} zone, di cui q tralascia il {left:.0f} %</translation>
    </message>
    <message numerus="yes">
        <source>{image}: log p(x) = {log_p} nats; its posterior is in {count} places</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>
            <numerusform>{image}: log p(x) = {log_p} nat; il suo posterior è in una sola zona</numerusform>
            <numerusform>{image}: log p(x) = {log_p} nat; il suo posterior è in {count} zone</numerusform>
        </translation>
    </message>
    <message>
        <source>Regions of 50, 90, 99 %</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Regioni del 50, 90, 99 %</translation>
    </message>
    <message>
        <source>Regions of 50, 90, 99 %; q at 1σ, 2σ</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Regioni del 50, 90, 99 %; q a 1σ, 2σ</translation>
    </message>
    <message>
        <source>“{class_name}” · test image {row:,}</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>“{class_name}” · immagine di test {row:,}</translation>
    </message>
    <message>
        <source>{share:.0f} % of the prior’s mass is in holes (below 0.1)</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation>Il {share:.0f} % della massa del prior è in buchi (sotto 0.1)</translation>
    </message>
    <message>
        <source>Magnification √det JᵀJ: dark {low}, bright {high} (logarithmic)</source>
        <extracomment>vaegui/ui/map_layers.py</extracomment>
        <translation>Ingrandimento √det JᵀJ: scuro {low}, chiaro {high} (logaritmico)</translation>
    </message>
    <message>
        <source>Entropy H[p(x|z)] of a decoded image: dark {low}, bright {high} nats per image</source>
        <extracomment>vaegui/ui/map_layers.py</extracomment>
        <translation>Entropia H[p(x|z)] di un’immagine decodificata: scuro {low}, chiaro {high} nat per immagine</translation>
    </message>
    <message>
        <source>q(z) / p(z): white 1, red to {high} (codes), blue to {low} (holes: decoded, but never coded)</source>
        <extracomment>vaegui/ui/map_layers.py</extracomment>
        <translation>q(z) / p(z): bianco 1, rosso fino a {high} (codici), blu fino a {low} (buchi: si decodificano, ma nessuna immagine vi ha il codice)</translation>
    </message>
    <message>
        <source>Colour: class</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Colore: classe</translation>
    </message>
    <message>
        <source>Colour: density</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Colore: densità</translation>
    </message>
    <message>
        <source>Colour: ink</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Colore: inchiostro</translation>
    </message>
    <message>
        <source>Colour: ELBO</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Colore: ELBO</translation>
    </message>
    <message>
        <source>Colour: reconstruction error</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Colore: errore di ricostruzione</translation>
    </message>
    <message>
        <source>Scale</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Scala</translation>
    </message>
    <message>
        <source>Rotation</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Rotazione</translation>
    </message>
    <message>
        <source>Hue</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Tinta</translation>
    </message>
    <message>
        <source>Colour: {factor}</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Colore: {factor}</translation>
    </message>
    <message>
        <source>What each image was drawn with: its {factor}</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation>Con che cosa è stata disegnata ogni immagine: {factor}</translation>
    </message>
    <message>
        <source>&amp;Hide “{name}”</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>&amp;Nascondi “{name}”</translation>
    </message>
    <message>
        <source>Show &amp;only “{name}”</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Mostra s&amp;olo “{name}”</translation>
    </message>
    <message>
        <source>Background: {layer}</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation>Sfondo: {layer}</translation>
    </message>
    <message>
        <source>zoom</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>zoom</translation>
    </message>
    <message>
        <source>The desktop explorer of latent spaces.</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>L’esploratore di spazi latenti per il desktop.</translation>
    </message>
    <message>
        <source>Your runs: {folder}</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Le tue run: {folder}</translation>
    </message>
    <message>
        <source>Datasets: {folder}</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation>Dataset: {folder}</translation>
    </message>
    <message>
        <source>baseline {nats}</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>riferimento {nats}</translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>addestramento</translation>
    </message>
    <message>
        <source>validation</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>validazione</translation>
    </message>
    <message>
        <source>{curve} {nats} nats per image, validation, epoch {epoch}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>{curve}: {nats} nat per immagine, validazione, epoca {epoch}.</translation>
    </message>
    <message>
        <source>{curve} {nats} nats per image, training, epoch {epoch}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>{curve}: {nats} nat per immagine, addestramento, epoca {epoch}.</translation>
    </message>
    <message>
        <source>The best epoch is {epoch}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>L’epoca migliore è {epoch}.</translation>
    </message>
    <message>
        <source>Run {letter}: {nats}, validation, epoch {epoch}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation>Run {letter}: {nats}, validazione, epoca {epoch}.</translation>
    </message>
    <message>
        <source>At {level} %: {figures}.</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>Al {level} %: {figures}.</translation>
    </message>
    <message>
        <source>PSNR against {noise}</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation>PSNR in funzione di: {noise}</translation>
    </message>
    <message>
        <source>image</source>
        <extracomment>vaegui/ui/pad.py, vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>immagine</translation>
    </message>
    <message>
        <source>show {image}</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>visualizzazione di {image}</translation>
    </message>
    <message>
        <source>draw</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation>disegno</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>attivo</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation>non attivo</translation>
    </message>
    <message>
        <source>Image {image} of {images}; codes nearby {counts}</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>Immagine {image} di {images}; codici vicini {counts}</translation>
    </message>
    <message>
        <source>codes</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>codici</translation>
    </message>
    <message>
        <source>a place, z = ({x}, {y})</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>una posizione, z = ({x}, {y})</translation>
    </message>
    <message>
        <source>test image {row:,} ({class_name}), z = ({x}, {y})</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation>immagine di test {row:,} ({class_name}), z = ({x}, {y})</translation>
    </message>
    <message>
        <source>All runs that can be compared with the open one, or the trials of a study.</source>
        <extracomment>vaegui/ui/plane_panel.py</extracomment>
        <translation>Tutte le run che si possono confrontare con quella aperta, o le prove di uno studio.</translation>
    </message>
    <message>
        <source>Legend: {entries}</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>Legenda: {entries}</translation>
    </message>
    <message>
        <source>gap, exact</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>divario, esatto</translation>
    </message>
    <message>
        <source>gap, estimated</source>
        <extracomment>vaegui/ui/plane_plot.py</extracomment>
        <translation>divario, stimato</translation>
    </message>
    <message>
        <source>density</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>densità</translation>
    </message>
    <message>
        <source>The mean of the encoder’s q is ({x}, {y}), its standard deviations are {wide} and {high}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>La media della q dell’encoder è ({x}, {y}), le sue deviazioni standard sono {wide} e {high}.</translation>
    </message>
    <message>
        <source>The mean of the best Gaussian is ({x}, {y}), its standard deviations are {wide} and {high}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>La media della gaussiana migliore è ({x}, {y}), le sue deviazioni standard sono {wide} e {high}.</translation>
    </message>
    <message>
        <source>The density of the exact posterior is highest at z = {z}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>La densità del posterior esatto è massima in z = {z}.</translation>
    </message>
    <message>
        <source>The density of the encoder’s q is highest at z = {z}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>La densità della q dell’encoder è massima in z = {z}.</translation>
    </message>
    <message>
        <source>The density of the best Gaussian is highest at z = {z}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation>La densità della gaussiana migliore è massima in z = {z}.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images · {run}</source>
        <extracomment>vaegui/ui/preview.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test · {run}</numerusform>
            <numerusform>{count:,} immagini di test · {run}</numerusform>
        </translation>
    </message>
    <message>
        <source>difference</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation>differenza</translation>
    </message>
    <message>
        <source>move run “{run}” to trash</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>sposta la run “{run}” nel cestino</translation>
    </message>
    <message>
        <source>Runs that were trained on them stay, but have no images to show: {runs}.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Le run addestrate su di esse restano, ma senza immagini da mostrare: {runs}.</translation>
    </message>
    <message>
        <source>remove dataset “{dataset}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>rimuovi il dataset “{dataset}”</translation>
    </message>
    <message>
        <source>“{name}” is in the trash now. {keys} brings it back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{name}” ora è nel cestino. {keys} la ripristina.</translation>
    </message>
    <message>
        <source>discard training “{run}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>scarta l’addestramento “{run}”</translation>
    </message>
    <message>
        <source>rename run “{run}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>rinomina la run “{run}”</translation>
    </message>
    <message>
        <source>“{name}” has other images now. {keys} brings those before back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{name}” ora ha altre immagini. {keys} ripristina quelle di prima.</translation>
    </message>
    <message>
        <source>The images of “{name}” are in the trash now. {keys} brings them back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Le immagini di “{name}” ora sono nel cestino. {keys} le ripristina.</translation>
    </message>
    <message>
        <source>What was saved of “{run}” is in the trash now. {keys} brings it back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Ciò che era salvato di “{run}” ora è nel cestino. {keys} lo ripristina.</translation>
    </message>
    <message>
        <source>“{name}” is back as “{new_name}”, because another run has its name now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>“{name}” è stata ripristinata come “{new_name}”, perché ora un’altra run ha il suo nome.</translation>
    </message>
    <message>
        <source>replace dataset “{dataset}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>sostituisci il dataset “{dataset}”</translation>
    </message>
    <message>
        <source>The images of “{name}” are back as “{new_name}”, because others have their name now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Le immagini di “{name}” sono state ripristinate come “{new_name}”, perché ora altre hanno il loro nome.</translation>
    </message>
    <message>
        <source>Remove the images of “{name}” for good?</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Rimuovere per sempre le immagini di “{name}”?</translation>
    </message>
    <message>
        <source>“{run}” could not be moved to the trash, so it is still among your runs.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Non è stato possibile spostare “{run}” nel cestino: è ancora tra le tue run.</translation>
    </message>
    <message>
        <source>The images that had its name are in the trash, too.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Anche le immagini che avevano il suo nome sono nel cestino.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation>Rimuovi per sempre</translation>
    </message>
    <message>
        <source>versions</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>versioni</translation>
    </message>
    <message>
        <source>device</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>dispositivo</translation>
    </message>
    <message>
        <source>screen</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>schermo</translation>
    </message>
    <message>
        <source>folders</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>cartelle</translation>
    </message>
    <message>
        <source>datasets</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>dataset</translation>
    </message>
    <message>
        <source>runs</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>run</translation>
    </message>
    <message>
        <source>Looking at: {part}…</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Esamino: {part}…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Copiato.</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation>Mostra la cartella</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>{done} di {all}</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} test images, nats per image</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine di test, nat per immagine</numerusform>
            <numerusform>{count:,} immagini di test, nat per immagine</numerusform>
        </translation>
    </message>
    <message>
        <source>yours</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>tua</translation>
    </message>
    <message>
        <source>comes with the program or the lesson: it cannot be renamed or moved to the trash</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>fa parte del programma o della lezione: non si può rinominare né spostare nel cestino</translation>
    </message>
    <message>
        <source>Copied: the row of “{run}”.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation>Copiata: la riga di “{run}”.</translation>
    </message>
    <message>
        <source>{selected} of {total} test images</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>{selected} immagini di test su {total}</translation>
    </message>
    <message>
        <source>select by psnr</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>selezione per PSNR</translation>
    </message>
    <message>
        <source>select by gap</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>selezione per divario</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} images are selected; they are not in memory.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation>
            <numerusform>{count:,} immagine è selezionata; non è in memoria.</numerusform>
            <numerusform>{count:,} immagini sono selezionate; non sono in memoria.</numerusform>
        </translation>
    </message>
    <message>
        <source>A training is running. What it learns can be exported once it is over.</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>È in corso un addestramento. Quello che impara si potrà esportare quando sarà finito.</translation>
    </message>
    <message>
        <source>the &amp;walk along the path…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>&amp;cammino lungo il percorso…</translation>
    </message>
    <message>
        <source>the &amp;training…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>&amp;addestramento…</translation>
    </message>
    <message>
        <source>the &amp;optimisation of q…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation>&amp;ottimizzazione di q…</translation>
    </message>
    <message>
        <source>“{run}” is left out: it was trained on {dataset}, not on {open_dataset}.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>“{run}” è esclusa: è stata addestrata su {dataset}, non su {open_dataset}.</translation>
    </message>
    <message>
        <source>“{run}” is left out: its images have another size.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>“{run}” è esclusa: le sue immagini hanno un’altra dimensione.</translation>
    </message>
    <message>
        <source>encoding with {run}</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation>codifica con {run}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>restano {duration}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs:,}</source>
        <extracomment>vaegui/ui/afar.py, vaegui/ui/train_panel.py</extracomment>
        <translation>epoca {epoch} di {epochs:,}</translation>
    </message>
    <message>
        <source>training distortion {nats}</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>distorsione in addestramento {nats}</translation>
    </message>
    <message>
        <source>training bound {nats}</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation>limite (addestramento) {nats}</translation>
    </message>
    <message>
        <source>“{folder}” could not be moved to the trash ({reason}); it is still there.</source>
        <extracomment>vaegui/ui/trash.py</extracomment>
        <translation>Non è stato possibile spostare “{folder}” nel cestino ({reason}); è ancora al suo posto.</translation>
    </message>
    <message>
        <source>“{folder}” is no longer in the trash, so it cannot be brought back.</source>
        <extracomment>vaegui/ui/trash.py</extracomment>
        <translation>“{folder}” non è più nel cestino, quindi non si può ripristinare.</translation>
    </message>
    <message>
        <source>“{folder}” could not be brought back from the trash: {reason}. It is still in there, and the desktop’s file manager can restore it.</source>
        <extracomment>vaegui/ui/trash.py</extracomment>
        <translation>Non è stato possibile ripristinare “{folder}” dal cestino: {reason}. È ancora lì, e il gestore di file del desktop può ripristinarla.</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <extracomment>vaegui/ui/undo.py</extracomment>
        <translation>&amp;Annulla: {change}</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <extracomment>vaegui/ui/undo.py</extracomment>
        <translation>&amp;Ripeti: {change}</translation>
    </message>
    <message>
        <source>The panel “{panel}” is closed. {key} brings it back.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>Il pannello “{panel}” è chiuso. {key} lo ripristina.</translation>
    </message>
    <message>
        <source>close panel “{panel}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>chiusura del pannello “{panel}”</translation>
    </message>
    <message>
        <source>reset layout “{layout}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>reimpostazione della disposizione “{layout}”</translation>
    </message>
    <message>
        <source>fill in the form for “{model}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>compilazione del modulo per “{model}”</translation>
    </message>
    <message>
        <source>The open run is shown alone. {key} compares as before.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation>La run aperta è mostrata da sola. {key} confronta come prima.</translation>
    </message>
    <message>
        <source>{length} long in images; fewest codes within {reach:g}: {fewest}</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>lunghezza {length} in immagini; minimo di codici entro {reach:g}: {fewest}</translation>
    </message>
    <message>
        <source>{length} long in images (straight {straight}); fewest codes within {reach:g}: {fewest}</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>lunghezza {length} in immagini (retta {straight}); minimo di codici entro {reach:g}: {fewest}</translation>
    </message>
    <message numerus="yes">
        <source>{count} pins are removed. {way_back} brings them back.</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>
            <numerusform>La puntina è rimossa. {way_back} la ripristina.</numerusform>
            <numerusform>{count} puntine sono rimosse. {way_back} le ripristina.</numerusform>
        </translation>
    </message>
    <message>
        <source>−E_q[log p(x|z)]</source>
        <extracomment>the glossary</extracomment>
        <translation>−E_q[log p(x|z)]</translation>
    </message>
    <message>
        <source>Nats spent on the pixels once the code is known.</source>
        <extracomment>the glossary</extracomment>
        <translation>I nat spesi per i pixel, noto il codice.</translation>
    </message>
    <message>
        <source>ELBO</source>
        <extracomment>the glossary</extracomment>
        <translation>ELBO</translation>
    </message>
    <message>
        <source>−(rate + distortion) = E_q[log p(x, z)] + H[q]</source>
        <extracomment>the glossary</extracomment>
        <translation>−(tasso + distorsione) = E_q[log p(x, z)] + H[q]</translation>
    </message>
    <message>
        <source>The evidence lower bound: never above log p(x), and larger is better.</source>
        <extracomment>the glossary</extracomment>
        <translation>Il limite inferiore dell’evidenza: mai sopra log p(x), e più alto è meglio.</translation>
    </message>
    <message>
        <source>loss</source>
        <extracomment>the glossary</extracomment>
        <translation>loss</translation>
    </message>
    <message>
        <source>distortion + β · rate</source>
        <extracomment>the glossary</extracomment>
        <translation>distorsione + β · tasso</translation>
    </message>
    <message>
        <source>What training makes small; with β = 1 it is the negative ELBO.</source>
        <extracomment>the glossary</extracomment>
        <translation>Ciò che l’addestramento rende piccolo; con β = 1 è l’ELBO cambiato di segno.</translation>
    </message>
    <message>
        <source>β</source>
        <extracomment>the glossary</extracomment>
        <translation>β</translation>
    </message>
    <message>
        <source>β in distortion + β · rate</source>
        <extracomment>the glossary</extracomment>
        <translation>β in distorsione + β · tasso</translation>
    </message>
    <message>
        <source>What a nat of rate costs in the loss: the larger, the less codes say and the closer they lie to the prior.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto costa un nat di tasso nella loss: più è grande, meno dicono i codici e più stanno vicini al prior.</translation>
    </message>
    <message>
        <source>E[log 1/K Σ p(x, zₖ)/q(zₖ|x)], zₖ ~ q</source>
        <extracomment>the glossary</extracomment>
        <translation>E[log 1/K Σ p(x, zₖ)/q(zₖ|x)], zₖ ~ q</translation>
    </message>
    <message>
        <source>A bound from K weighted samples, tighter than the ELBO: that itself for K = 1, and log p(x) as K grows.</source>
        <extracomment>the glossary</extracomment>
        <translation>Un limite da K campioni pesati, più stretto dell’ELBO: l’ELBO stesso per K = 1, e log p(x) al crescere di K.</translation>
    </message>
    <message>
        <source>gap</source>
        <extracomment>the glossary</extracomment>
        <translation>divario</translation>
    </message>
    <message>
        <source>log p(x) − ELBO = KL(q(z|x) ‖ p(z|x))</source>
        <extracomment>the glossary</extracomment>
        <translation>log p(x) − ELBO = KL(q(z|x) ‖ p(z|x))</translation>
    </message>
    <message>
        <source>What the ELBO lacks: how far q is from the posterior.</source>
        <extracomment>the glossary</extracomment>
        <translation>Ciò che manca all’ELBO: quanto q è lontana dal posterior.</translation>
    </message>
    <message>
        <source>ELBO(q*) − ELBO(q_φ)</source>
        <extracomment>the glossary</extracomment>
        <translation>ELBO(q*) − ELBO(q_φ)</translation>
    </message>
    <message>
        <source>What one encoder for all images loses against the best Gaussian q* for each.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto perde un solo encoder per tutte le immagini rispetto alla migliore gaussiana q* per ciascuna.</translation>
    </message>
    <message>
        <source>What the best Gaussian q* loses against the exact posterior.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto perde la migliore gaussiana q* rispetto al posterior esatto.</translation>
    </message>
    <message>
        <source>one φ for all x</source>
        <extracomment>the glossary</extracomment>
        <translation>un solo φ per tutte le x</translation>
    </message>
    <message>
        <source>One network answers for every image at once, in place of a search for the best q for each.</source>
        <extracomment>the glossary</extracomment>
        <translation>Una sola rete risponde subito per ogni immagine, invece di cercare la migliore q per ciascuna.</translation>
    </message>
    <message>
        <source>mutual information</source>
        <extracomment>the glossary</extracomment>
        <translation>informazione mutua</translation>
    </message>
    <message>
        <source>I(n; z) = mean rate − KL(q(z) ‖ p(z))</source>
        <extracomment>the glossary</extracomment>
        <translation>I(n; z) = tasso medio − KL(q(z) ‖ p(z))</translation>
    </message>
    <message>
        <source>How much a code tells about which image it came from, log N nats at most.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto un codice dice su quale immagine l’ha prodotto, al più log N nat.</translation>
    </message>
    <message>
        <source>collapsed dimension</source>
        <extracomment>the glossary</extracomment>
        <translation>dimensione collassata</translation>
    </message>
    <message>
        <source>q(z_d|x) ≈ p(z_d) for all x</source>
        <extracomment>the glossary</extracomment>
        <translation>q(z_d|x) ≈ p(z_d) per ogni x</translation>
    </message>
    <message>
        <source>A latent dimension that says nothing about the image: its rate is zero, and the decoder does without it.</source>
        <extracomment>the glossary</extracomment>
        <translation>Una dimensione latente che non dice nulla dell’immagine: il suo tasso è zero, e il decoder ne fa a meno.</translation>
    </message>
    <message>
        <source>θ = argmax Σ log p_θ(xₙ)</source>
        <extracomment>the glossary</extracomment>
        <translation>θ = argmax Σ log p_θ(xₙ)</translation>
    </message>
    <message>
        <source>ML: the parameters that make the training images most probable.</source>
        <extracomment>the glossary</extracomment>
        <translation>ML: i parametri che rendono più probabili le immagini di addestramento.</translation>
    </message>
    <message>
        <source>MAP</source>
        <extracomment>the glossary</extracomment>
        <translation>MAP</translation>
    </message>
    <message>
        <source>θ = argmax log p(θ) + Σ log p_θ(xₙ)</source>
        <extracomment>the glossary</extracomment>
        <translation>θ = argmax log p(θ) + Σ log p_θ(xₙ)</translation>
    </message>
    <message>
        <source>Maximum a posteriori: the same with a prior on the parameters, which counts less as there are more images.</source>
        <extracomment>the glossary</extracomment>
        <translation>Massimo a posteriori: lo stesso con un prior sui parametri, che conta meno quante più immagini ci sono.</translation>
    </message>
    <message>
        <source>EM</source>
        <extracomment>the glossary</extracomment>
        <translation>EM</translation>
    </message>
    <message>
        <source>E-step, M-step, E-step, …</source>
        <extracomment>the glossary</extracomment>
        <translation>passo E, passo M, passo E, …</translation>
    </message>
    <message>
        <source>Expectation-Maximization: raises the bound by turns in q and in θ; exact here, on a grid over the plane.</source>
        <extracomment>the glossary</extracomment>
        <translation>Expectation-Maximization: alza il limite inferiore a turno in q e in θ; qui esatta, su una griglia sul piano.</translation>
    </message>
    <message>
        <source>E-step</source>
        <extracomment>the glossary</extracomment>
        <translation>passo E</translation>
    </message>
    <message>
        <source>q(z) ← p(z|x)</source>
        <extracomment>the glossary</extracomment>
        <translation>q(z) ← p(z|x)</translation>
    </message>
    <message>
        <source>The half of EM that sets q to the exact posterior of each image, so that the bound touches log p(x).</source>
        <extracomment>the glossary</extracomment>
        <translation>La metà di EM che pone q uguale al posterior esatto di ogni immagine, così che il limite tocca log p(x).</translation>
    </message>
    <message>
        <source>M-step</source>
        <extracomment>the glossary</extracomment>
        <translation>passo M</translation>
    </message>
    <message>
        <source>θ ← argmax Σ E_q[log p_θ(x, z)]</source>
        <extracomment>the glossary</extracomment>
        <translation>θ ← argmax Σ E_q[log p_θ(x, z)]</translation>
    </message>
    <message>
        <source>The half of EM that improves the decoder while q is held; here some gradient steps in place of the maximum.</source>
        <extracomment>the glossary</extracomment>
        <translation>La metà di EM che migliora il decoder a q ferma; qui alcuni passi di gradiente al posto del massimo.</translation>
    </message>
    <message>
        <source>responsibility</source>
        <extracomment>the glossary</extracomment>
        <translation>responsabilità</translation>
    </message>
    <message>
        <source>r ∝ w p(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation>r ∝ w p(x|z)</translation>
    </message>
    <message>
        <source>The share of the posterior that a grid node has; w is the prior mass that it stands for.</source>
        <extracomment>the glossary</extracomment>
        <translation>La quota del posterior che spetta a un nodo della griglia; w è la massa del prior che esso rappresenta.</translation>
    </message>
    <message>
        <source>z = μ + σ ⊙ ε, ε ~ N(0, I)</source>
        <extracomment>the glossary</extracomment>
        <translation>z = μ + σ ⊙ ε, ε ~ N(0, I)</translation>
    </message>
    <message>
        <source>Chance is drawn apart from μ and σ, so that the gradient goes through the sample to both.</source>
        <extracomment>the glossary</extracomment>
        <translation>Il caso si estrae separatamente da μ e σ, così il gradiente arriva a entrambi attraverso il campione.</translation>
    </message>
    <message>
        <source>E_q[f(z) ∇_φ log q_φ(z|x)]</source>
        <extracomment>the glossary</extracomment>
        <translation>E_q[f(z) ∇_φ log q_φ(z|x)]</translation>
    </message>
    <message>
        <source>The gradient of E_q[f(z)] without the trick: right on average, but with far more variance.</source>
        <extracomment>the glossary</extracomment>
        <translation>Il gradiente di E_q[f(z)] senza il trucco: giusto in media, ma con molta più varianza.</translation>
    </message>
    <message>
        <source>p(x) ≈ 1/K Σ p(x, zₖ)/q(zₖ|x), zₖ ~ q</source>
        <extracomment>the glossary</extracomment>
        <translation>p(x) ≈ 1/K Σ p(x, zₖ)/q(zₖ|x), zₖ ~ q</translation>
    </message>
    <message>
        <source>A mean over samples from q, each weighted by how much rarer it is under q than it should be.</source>
        <extracomment>the glossary</extracomment>
        <translation>Una media su campioni da q, ognuno pesato per quanto è più raro sotto q di quanto dovrebbe.</translation>
    </message>
    <message>
        <source>effective sample size</source>
        <extracomment>the glossary</extracomment>
        <translation>dimensione campionaria efficace</translation>
    </message>
    <message>
        <source>(Σ wₖ)² / Σ wₖ²</source>
        <extracomment>the glossary</extracomment>
        <translation>(Σ wₖ)² / Σ wₖ²</translation>
    </message>
    <message>
        <source>How many of K weighted samples really count: K where all weights are equal, 1 where one outweighs the others.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanti di K campioni pesati contano davvero: K se tutti i pesi sono uguali, 1 se uno prevale sugli altri.</translation>
    </message>
    <message>
        <source>mean over factors of R², for the form of (accuracy − chance) / (1 − chance)</source>
        <extracomment>the glossary</extracomment>
        <translation>media sui fattori di R², per la forma di (accuratezza − caso) / (1 − caso)</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <extracomment>vaegui/models.py, the glossary</extracomment>
        <translation>autoencoder</translation>
    </message>
    <message>
        <source>x → z → x′</source>
        <extracomment>the glossary</extracomment>
        <translation>x → z → x′</translation>
    </message>
    <message>
        <source>Encoder and decoder reproduce the image through its code, which is a point: no prior, no probability.</source>
        <extracomment>the glossary</extracomment>
        <translation>Encoder e decoder riproducono l’immagine attraverso il suo codice, che è un punto: nessun prior, nessuna probabilità.</translation>
    </message>
    <message>
        <source>undercomplete</source>
        <extracomment>the glossary</extracomment>
        <translation>sottocompleto</translation>
    </message>
    <message>
        <source>D &lt; number of pixels</source>
        <extracomment>the glossary</extracomment>
        <translation>D &lt; numero di pixel</translation>
    </message>
    <message>
        <source>Said of a code with fewer numbers than the image has, so that the identity cannot simply be copied.</source>
        <extracomment>the glossary</extracomment>
        <translation>Si dice di un codice con meno numeri di quanti ne ha l’immagine, così che l’identità non si può semplicemente copiare.</translation>
    </message>
    <message>
        <source>stacked</source>
        <extracomment>the glossary</extracomment>
        <translation>stacked</translation>
    </message>
    <message>
        <source>x → h₁ → h₂ → z</source>
        <extracomment>the glossary</extracomment>
        <translation>x → h₁ → h₂ → z</translation>
    </message>
    <message>
        <source>Said of an autoencoder with several layers on each side; they may be pretrained greedily, one by one.</source>
        <extracomment>the glossary</extracomment>
        <translation>Impilato: si dice di un autoencoder con più strati per lato, che si possono preaddestrare in modo greedy, uno per uno.</translation>
    </message>
    <message>
        <source>denoising</source>
        <extracomment>the glossary</extracomment>
        <translation>denoising</translation>
    </message>
    <message>
        <source>noisy x → z → clean x</source>
        <extracomment>the glossary</extracomment>
        <translation>x rumorosa → z → x pulita</translation>
    </message>
    <message>
        <source>Said of a model that sees a noisy image and is asked for the clean one.</source>
        <extracomment>the glossary</extracomment>
        <translation>Si dice di un modello che vede un’immagine rumorosa e a cui si chiede quella pulita.</translation>
    </message>
    <message>
        <source>VAE</source>
        <extracomment>the glossary</extracomment>
        <translation>VAE</translation>
    </message>
    <message>
        <source>max Σ ELBO(xₙ) in θ and φ</source>
        <extracomment>the glossary</extracomment>
        <translation>max Σ ELBO(xₙ) in θ e φ</translation>
    </message>
    <message>
        <source>Variational autoencoder: decoder and encoder are trained together on the ELBO.</source>
        <extracomment>the glossary</extracomment>
        <translation>Autoencoder variazionale: decoder ed encoder si addestrano insieme sull’ELBO.</translation>
    </message>
    <message>
        <source>binarisation</source>
        <extracomment>the glossary</extracomment>
        <translation>binarizzazione</translation>
    </message>
    <message>
        <source>x ~ Bernoulli(grey), or grey &gt; ½</source>
        <extracomment>the glossary</extracomment>
        <translation>x ~ Bernoulli(grigio), o grigio &gt; ½</translation>
    </message>
    <message>
        <source>How grey pixels become on or off, as a Bernoulli likelihood has them: drawn anew, or by a threshold.</source>
        <extracomment>the glossary</extracomment>
        <translation>Come i pixel grigi diventano accesi o spenti, quali li vuole una verosimiglianza Bernoulli: estratti ogni volta, o con una soglia.</translation>
    </message>
    <message>
        <source>baseline</source>
        <extracomment>vaegui/ui/gradients_panel.py, the glossary</extracomment>
        <translation>riferimento</translation>
    </message>
    <message>
        <source>A straight line: the shortest path is looked for in two dimensions only.</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation>Una linea retta: il percorso più breve si cerca solo in due dimensioni.</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Dimensioni</translation>
    </message>
    <message>
        <source>Rate–distortion</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation>Tasso–distorsione</translation>
    </message>
    <message>
        <source>{file} has not arrived whole.</source>
        <extracomment>vaegui/watching.py</extracomment>
        <translation>{file} non è arrivato per intero.</translation>
    </message>
    <message>
        <source>Of save {number}, {missing} of {count} files have not arrived whole.</source>
        <extracomment>vaegui/watching.py</extracomment>
        <translation>Del salvataggio {number}, {missing} file su {count} non sono arrivati per intero.</translation>
    </message>
    <message>
        <source>Where the code of an image can be, by Bayes’ rule; exact here for two dimensions, which can be summed over.</source>
        <extracomment>the glossary</extracomment>
        <translation>Dove può trovarsi il codice di un’immagine, per la regola di Bayes; qui esatto per due dimensioni, su cui si può sommare.</translation>
    </message>
    <message>
        <source>log p(x) = Σ log p(xᵢ)</source>
        <extracomment>the glossary</extracomment>
        <translation>log p(x) = Σ log p(xᵢ)</translation>
    </message>
    <message>
        <source>A model in which all pixels are independent: the least that any other has to beat.</source>
        <extracomment>the glossary</extracomment>
        <translation>Un modello in cui tutti i pixel sono indipendenti: il minimo che ogni altro deve superare.</translation>
    </message>
    <message>
        <source>G(z) = JᵀJ, J = ∂E[x|z]/∂z</source>
        <extracomment>the glossary</extracomment>
        <translation>G(z) = JᵀJ, J = ∂E[x|z]/∂z</translation>
    </message>
    <message>
        <source>Measures steps on the map by how much the decoded image changes.</source>
        <extracomment>the glossary</extracomment>
        <translation>Misura i passi sulla mappa da quanto cambia l’immagine decodificata.</translation>
    </message>
    <message>
        <source>magnification</source>
        <extracomment>the glossary</extracomment>
        <translation>ingrandimento</translation>
    </message>
    <message>
        <source>√det JᵀJ</source>
        <extracomment>the glossary</extracomment>
        <translation>√det JᵀJ</translation>
    </message>
    <message>
        <source>The area of images that a small area of codes is decoded to: high where the image changes fast.</source>
        <extracomment>the glossary</extracomment>
        <translation>L’area di immagini in cui si decodifica una piccola area di codici: alta dove l’immagine cambia in fretta.</translation>
    </message>
    <message>
        <source>geodesic</source>
        <extracomment>the glossary</extracomment>
        <translation>geodetica</translation>
    </message>
    <message>
        <source>min ∫ ‖J(z) ż‖ dt</source>
        <extracomment>the glossary</extracomment>
        <translation>min ∫ ‖J(z) ż‖ dt</translation>
    </message>
    <message>
        <source>The shortest path in images: on the map it goes around places where the decoded image changes fast.</source>
        <extracomment>the glossary</extracomment>
        <translation>Il percorso più breve in immagini: sulla mappa aggira le zone dove l’immagine decodificata cambia in fretta.</translation>
    </message>
    <message>
        <source>entropy</source>
        <extracomment>the glossary</extracomment>
        <translation>entropia</translation>
    </message>
    <message>
        <source>H = −E[log p(x|z)], x ~ p(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation>H = −E[log p(x|z)], x ~ p(x|z)</translation>
    </message>
    <message>
        <source>How unsure the decoder is of the image at a place, summed over its pixels.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto il decoder è incerto sull’immagine in una posizione, sommato sui suoi pixel.</translation>
    </message>
    <message>
        <source>PSNR</source>
        <extracomment>the glossary</extracomment>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>10 log₁₀(1 / mean squared error)</source>
        <extracomment>the glossary</extracomment>
        <translation>10 log₁₀(1 / errore quadratico medio)</translation>
    </message>
    <message>
        <source>Nearness of two pictures in decibel (dB): larger is nearer, and 10 dB more are a tenth of the squared error.</source>
        <extracomment>the glossary</extracomment>
        <translation>La vicinanza di due immagini in decibel (dB): più alto è più vicino, e 10 dB in più sono un decimo dell’errore quadratico.</translation>
    </message>
    <message>
        <source>softmax(W z + b)</source>
        <extracomment>the glossary</extracomment>
        <translation>softmax(W z + b)</translation>
    </message>
    <message>
        <source>A classifier that parts classes by straight lines through their codes: it shows how plainly these tell them.</source>
        <extracomment>the glossary</extracomment>
        <translation>Un classificatore che separa le classi con rette fra i loro codici: mostra quanto chiaramente questi le distinguono.</translation>
    </message>
    <message>
        <source>informativeness</source>
        <extracomment>the glossary</extracomment>
        <translation>informatività</translation>
    </message>
    <message>
        <source>How well the factors that images were drawn from can be predicted from the code: 1 where it tells all.</source>
        <extracomment>the glossary</extracomment>
        <translation>Quanto bene dal codice si predicono i fattori con cui sono disegnate le immagini: 1 dove li dice tutti.</translation>
    </message>
    <message>
        <source>disentanglement</source>
        <extracomment>the glossary</extracomment>
        <translation>disentanglement</translation>
    </message>
    <message>
        <source>1 − entropy of R over factors</source>
        <extracomment>the glossary</extracomment>
        <translation>1 − entropia di R sui fattori</translation>
    </message>
    <message>
        <source>1 where each latent dimension tells of one factor only (Eastwood &amp; Williams 2018).</source>
        <extracomment>the glossary</extracomment>
        <translation>1 dove ogni dimensione latente dice di un solo fattore (Eastwood &amp; Williams 2018).</translation>
    </message>
    <message>
        <source>completeness</source>
        <extracomment>the glossary</extracomment>
        <translation>completezza</translation>
    </message>
    <message>
        <source>1 − entropy of R over dimensions</source>
        <extracomment>the glossary</extracomment>
        <translation>1 − entropia di R sulle dimensioni</translation>
    </message>
    <message>
        <source>1 where each factor is told by one latent dimension only (Eastwood &amp; Williams 2018).</source>
        <extracomment>the glossary</extracomment>
        <translation>1 dove ogni fattore è detto da una sola dimensione latente (Eastwood &amp; Williams 2018).</translation>
    </message>
    <message>
        <source>DLVM</source>
        <extracomment>the glossary</extracomment>
        <translation>DLVM</translation>
    </message>
    <message>
        <source>p_θ(x) = ∫ p(z) p_θ(x|z) dz</source>
        <extracomment>the glossary</extracomment>
        <translation>p_θ(x) = ∫ p(z) p_θ(x|z) dz</translation>
    </message>
    <message>
        <source>Deep latent-variable model: a latent-variable model whose p(x|z) is a network, such as a VAE’s decoder.</source>
        <extracomment>the glossary</extracomment>
        <translation>Modello profondo a variabili latenti: un modello a variabili latenti il cui p(x|z) è una rete, come il decoder di un VAE.</translation>
    </message>
    <message>
        <source>From autoencoder to VAE</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Dall’autoencoder al VAE</translation>
    </message>
    <message>
        <source>A bottleneck of two numbers</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Un collo di bottiglia di due numeri</translation>
    </message>
    <message>
        <source>An autoencoder learns the *identity*, but everything has to pass through a code of two numbers. Each point of the map is the code of one test image, in the colour of its class; no label was used in training. At the right: test images, what comes back through their codes, and what was lost. What was lost is the *distortion*, in nats per image.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Un autoencoder impara l’*identità*, ma tutto deve passare per un codice di due numeri. Ogni punto della mappa è il codice di un’immagine di test, nel colore della sua classe; nell’addestramento non è stata usata alcuna etichetta. A destra: immagini di test, ciò che ne torna attraverso i codici e ciò che si è perso. Ciò che si è perso è la *distorsione*, in nat per immagine.</translation>
    </message>
    <message>
        <source>Drag the target from the middle of one class to the middle of another. Where does the picture stop being a digit?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Trascina il bersaglio dal centro di una classe al centro di un’altra. Dove l’immagine smette di essere una cifra?</translation>
    </message>
    <message>
        <source>A stack, pretrained layer by layer</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Impilato, e preaddestrato strato per strato</translation>
    </message>
    <message>
        <source>A *stacked* autoencoder has several layers on each side. This one was trained greedily: first one layer learned to reproduce the image, then the next one to reproduce the first, and so on; at the end all were tuned together. The curves below are in those phases. B is the autoencoder of the step before.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Un autoencoder *stacked* (impilato) ha più strati per lato. Questo è stato addestrato in modo greedy: prima uno strato ha imparato a riprodurre l’immagine, poi il successivo a riprodurre il primo, e così via; alla fine sono stati affinati tutti insieme. Le curve qui sotto sono divise in queste fasi. B è l’autoencoder del passo precedente.</translation>
    </message>
    <message>
        <source>Open Figures (below the maps): is the deeper one better by more than two standard errors, which ▲ marks?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Apri Valori (sotto le mappe): quello più profondo è migliore di oltre due errori standard, come indica ▲?</translation>
    </message>
    <message>
        <source>Asking for the clean image</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Chiedere l’immagine pulita</translation>
    </message>
    <message>
        <source>Identity is too easy a task. A *denoising* autoencoder sees an image with noise and is asked for the clean one: this one with 30 % of the pixels turned black or white. The arrows on the map run from the code of the clean image to that of the noisy one. Where they are short, noise hardly changes the answer.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>L’identità è un compito troppo facile. Un autoencoder *denoising* vede un’immagine rumorosa e deve restituire quella pulita: questo, con il 30 % dei pixel diventati neri o bianchi. Sulla mappa le frecce vanno dal codice dell’immagine pulita a quello dell’immagine rumorosa. Dove sono corte, il rumore non cambia quasi la risposta.</translation>
    </message>
    <message>
        <source>Turn the kind of noise to Gaussian, which it never met. Do the arrows grow? What does the line above the table say?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Passa al rumore gaussiano, che non ha mai incontrato. Le frecce si allungano? Che cosa dice la riga sopra la tabella?</translation>
    </message>
    <message>
        <source>What an autoencoder does not do</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Che cosa un autoencoder non fa</translation>
    </message>
    <message>
        <source>The lecture names two things that autoencoders do *not* do: interpolate naturally, and generate. Nothing told this one where codes should lie, so it has no prior to draw from, and nobody asked its decoder about the places between codes. The background shows what it draws there.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Il corso nomina due cose che gli autoencoder *non* fanno: interpolare in modo naturale e generare. A questo nessuno ha detto dove debbano stare i codici, quindi non ha un prior da cui estrarre, e nessuno ha mai interrogato il suo decoder sui punti fra un codice e l’altro. Lo sfondo mostra che cosa vi disegna.</translation>
    </message>
    <message>
        <source>In Samples, tick “From N(0, I)”: what does it draw where a VAE would draw digits?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>In Campioni spunta “Da N(0, I)”: che cosa disegna dove un VAE disegnerebbe cifre?</translation>
    </message>
    <message>
        <source>A code that is a cloud, and a prior</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Un codice che è una nuvola, e un prior</translation>
    </message>
    <message>
        <source>A *variational* autoencoder&apos;s encoder answers with a distribution, q(z|x) = N(μ, σ²), the ellipses on the map; and codes pay for leaving the prior p(z) = N(0, I), the circles. The price is the *rate*, KL(q ‖ p) ≥ 0. With a Gaussian decoder of variance ½ for each pixel, distortion + rate is the lecture&apos;s loss (x − x̂)² + KL, up to a constant. So ELBO = −(rate + distortion).</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>L’encoder di un autoencoder *variazionale* risponde con una distribuzione, q(z|x) = N(μ, σ²), le ellissi sulla mappa; e i codici pagano per allontanarsi dal prior p(z) = N(0, I), i cerchi. Il prezzo è il *tasso*, KL(q ‖ p) ≥ 0. Con un decoder gaussiano di varianza ½ per ogni pixel, distorsione + tasso è la loss del corso, (x − x̂)² + KL, a meno di una costante. Dunque ELBO = −(tasso + distorsione).</translation>
    </message>
    <message>
        <source>Move the pointer over the points: for which images is the cloud wide, and what did the encoder have to say of them?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Passa il puntatore sui punti: per quali immagini la nuvola è larga, e che cosa aveva da dirne l’encoder?</translation>
    </message>
    <message>
        <source>Pixels that are on or off</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Pixel accesi o spenti</translation>
    </message>
    <message>
        <source>The decoder is a *likelihood*, and it should suit the pixels: a Gaussian for grey values, a Bernoulli for pixels that are on or off. Here each grey value was the probability of being on, drawn anew each time. Nats of different likelihoods are never compared: a density of grey values and a probability of bits are not the same kind of number. The background is what the decoder draws at each place.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Il decoder è una *verosimiglianza*, e deve adattarsi ai pixel: gaussiana per i valori di grigio, di Bernoulli per pixel accesi o spenti. Qui ogni valore di grigio era la probabilità che il pixel fosse acceso, e il pixel veniva estratto ogni volta di nuovo. I nat di verosimiglianze diverse non si confrontano mai: una densità di valori di grigio e una probabilità di bit non sono numeri dello stesso genere. Lo sfondo è ciò che il decoder disegna in ogni punto.</translation>
    </message>
    <message>
        <source>Where do 4 and 9 meet, and what lies between them? Drag the target along that border.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Dove si incontrano il 4 e il 9, e che cosa c’è in mezzo? Trascina il bersaglio lungo quel confine.</translation>
    </message>
    <message>
        <source>Now it generates</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Ora genera</translation>
    </message>
    <message>
        <source>To generate is to read the model from left to right: first z ~ p(z), then x ~ p(x|z). Because codes paid for leaving the prior, a draw from the prior mostly lands where codes are. The background sets the density of all codes, q(z), against the prior: blue are *holes*, from which come images of no class.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Generare è leggere il modello da sinistra a destra: prima z ~ p(z), poi x ~ p(x|z). Poiché i codici hanno pagato per allontanarsi dal prior, un’estrazione dal prior cade per lo più dove ci sono codici. Lo sfondo confronta con il prior la densità di tutti i codici, q(z): in blu i *buchi*, da cui vengono immagini di nessuna classe.</translation>
    </message>
    <message>
        <source>Press G for other samples and click the ugliest one: does the target land in a hole?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Premi G per altri campioni e fai clic sul più brutto: il bersaglio cade in un buco?</translation>
    </message>
    <message>
        <source>Between two images</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Fra due immagini</translation>
    </message>
    <message>
        <source>A straight line on the map is not the shortest way *in images*: where the decoder changes fast, a step costs more. This path runs from a 0 to a 7 and is the shortest by the pull-back metric JᵀJ, with J the Jacobian of the decoded mean. Below each picture stands how many codes are nearby: a 0 is a hole.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Una retta sulla mappa non è la via più breve *in immagini*: dove il decoder cambia in fretta, un passo costa di più. Questo percorso va da uno 0 a un 7 ed è il più breve secondo la metrica pull-back JᵀJ, con J lo jacobiano della media decodificata. Sotto ogni immagine c’è il numero di codici vicini: uno 0 è un buco.</translation>
    </message>
    <message>
        <source>Change the kind of path to a straight line. Which of the two crosses fewer pictures that are no digit?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Cambia il tipo di percorso in linea retta. Quale dei due attraversa meno immagini che non sono cifre?</translation>
    </message>
    <message>
        <source>How chance is trained through</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Come si addestra attraverso il caso</translation>
    </message>
    <message>
        <source>z is drawn at random, and one cannot differentiate through a draw. The *reparametrization trick* moves chance out of the way: ε ~ N(0, I) is drawn first, and z = μ + σ ⊙ ε is a deterministic function of μ and σ. The two histograms below estimate the same derivative at equal cost, with the trick and without it (score function). Both are right on average.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>z è estratto a caso, e non si può derivare attraverso un’estrazione. Il *trucco della riparametrizzazione* toglie di mezzo il caso: prima si estrae ε ~ N(0, I), e z = μ + σ ⊙ ε è una funzione deterministica di μ e σ. I due istogrammi qui sotto stimano la stessa derivata a pari costo, con il trucco e senza (score function). In media sono giusti entrambi.</translation>
    </message>
    <message>
        <source>How many times larger is the variance without the trick? Tick “baseline”: does that close the gap?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Di quante volte è maggiore la varianza senza il trucco? Spunta “riferimento”: il divario si chiude?</translation>
    </message>
    <message>
        <source>Your turn</source>
        <extracomment>1-from-autoencoder-to-vae.json, 3-em-in-two-dimensions.json</extracomment>
        <translation>Tocca a te</translation>
    </message>
    <message>
        <source>The form at the left is filled in for a VAE with a Bernoulli decoder. Choose *Digits 8×8*, which come with the program and train in seconds, and press Train: the points drift apart, the manifold follows, and the line above the curves says in words what moves. *From the lecture* fills in the other models of this lesson.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Il modulo a sinistra è compilato per un VAE con decoder di Bernoulli. Scegli *Cifre 8×8*, che sono inclusi nel programma e si addestrano in pochi secondi, e premi Addestra: i punti si separano, la varietà li segue, e la riga sopra le curve dice a parole che cosa si muove. *Dal corso* compila il modulo per gli altri modelli di questa lezione.</translation>
    </message>
    <message>
        <source>Set β to 4 and train again. What happens to the rate, to the map, and to the pictures?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation>Porta β a 4 e addestra di nuovo. Che cosa succede al tasso, alla mappa e alle immagini?</translation>
    </message>
    <message>
        <source>The bound and the truth</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Il limite e la verità</translation>
    </message>
    <message>
        <source>What a model says of an image</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Che cosa dice un modello di un’immagine</translation>
    </message>
    <message>
        <source>A latent-variable model gives an image the probability p(x) = ∫ p(z) p(x|z) dz. With a network as decoder that integral is out of reach in general. In *two* dimensions it is a sum over the plane, and vaegui simply computes it: log p(x) in the panel Bound is exact. So is the posterior p(z|x), the blue regions that hold 50, 90 and 99 % of it.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Un modello a variabile latente dà a un’immagine la probabilità p(x) = ∫ p(z) p(x|z) dz. Con una rete come decoder, in generale quell’integrale è fuori portata. In *due* dimensioni è una somma sul piano, e vaegui semplicemente la calcola: nel pannello Limite log p(x) è esatto. Lo è anche il posterior p(z|x): le regioni blu ne contengono il 50, il 90 e il 99 %.</translation>
    </message>
    <message>
        <source>Move the target over the map: for which images is the posterior small, and for which is it wide?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Muovi il bersaglio sulla mappa: per quali immagini il posterior è piccolo, e per quali è esteso?</translation>
    </message>
    <message>
        <source>Three sums, one identity</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Tre somme, un’identità</translation>
    </message>
    <message>
        <source>log p(x) = ELBO + KL(q ‖ p(z|x)), for any q. Row by row in the panel: the distortion, the rate that leads down to the ELBO, and the divergence that leads up to log p(x). Each is a sum of its own, and the residual at the bottom says how well they agree. KL is never negative, so the ELBO is a *lower bound*; it is tight exactly where q is the posterior. For this 4 it nearly is.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>log p(x) = ELBO + KL(q ‖ p(z|x)), per ogni q. Nel pannello, riga per riga: la distorsione, il tasso che porta giù all’ELBO, la divergenza che porta su a log p(x). Ognuna è una somma a sé, e il residuo in fondo dice quanto bene concordano. La KL non è mai negativa, quindi l’ELBO è un *limite inferiore*; è stretto esattamente dove q è il posterior. Per questo 4 lo è quasi.</translation>
    </message>
    <message>
        <source>Find an image whose gap is larger. Does its q (orange) miss the blue regions by place, by width or by shape?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Trova un’immagine con un divario maggiore. La sua q (arancione) manca le regioni blu per posizione, per larghezza o per forma?</translation>
    </message>
    <message>
        <source>The encoder points to the wrong place</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>L’encoder indica il posto sbagliato</translation>
    </message>
    <message>
        <source>This is a 2, and the encoder&apos;s q lies where the posterior is not: the gap is well over a hundred nats. The decoder could draw the image, as the exact posterior shows; the encoder never learned to find the place. One network has to answer for all images, and here it does so badly. That loss is called the *amortisation gap*.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Questo è un 2, e la q dell’encoder sta dove il posterior non è: il divario supera di molto i cento nat. Il decoder saprebbe disegnare l’immagine, come mostra il posterior esatto; l’encoder non ha mai imparato a trovare il posto. Una sola rete deve rispondere per tutte le immagini, e qui lo fa male. Questa perdita si chiama *divario di ammortamento*.</translation>
    </message>
    <message>
        <source>Press “Optimise q”: q leaves the encoder&apos;s answer and climbs to the best Gaussian for this image alone. Which of the two bars closes?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Premi “Ottimizza q”: q lascia la risposta dell’encoder e sale fino alla migliore gaussiana per questa sola immagine. Quale delle due barre si chiude?</translation>
    </message>
    <message>
        <source>The posterior is no Gaussian</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Il posterior non è gaussiano</translation>
    </message>
    <message>
        <source>The posterior of this 5 lies in *two* places, about half of it in each, and there is next to nothing between them. No Gaussian can have that shape: the best one settles for one place. What is lost then, even for the best Gaussian, is the *approximation gap*; with the half that is left out it is at least log 2 ≈ 0.69 nats.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Il posterior di questo 5 sta in *due* posti, circa metà in ciascuno, e in mezzo non c’è quasi nulla. Nessuna gaussiana può avere questa forma: la migliore si accontenta di un posto. Ciò che allora si perde, anche con la migliore gaussiana, è il *divario di approssimazione*; con la metà lasciata fuori è almeno log 2 ≈ 0.69 nat.</translation>
    </message>
    <message>
        <source>Press “Optimise q”. In which of the two places does it end, and is the approximation gap near log 2?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Premi “Ottimizza q”. In quale dei due posti finisce, e il divario di approssimazione è vicino a log 2?</translation>
    </message>
    <message>
        <source>All images at once</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Tutte le immagini insieme</translation>
    </message>
    <message>
        <source>How much does one encoder for all images cost on the whole? The panel Gaps splits the gap of many test images into its two parts, and lists the worst ones first. It also splits the mean rate: what codes say about *which* image it is, I(n; z), and how far the cloud of all codes is from the prior.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Quanto costa in tutto un solo encoder per tutte le immagini? Il pannello Divari scompone nelle sue due parti il divario di molte immagini di test, ed elenca prima le peggiori. Scompone anche il tasso medio: ciò che i codici dicono su *quale* immagine sia, I(n; z), e quanto la nuvola di tutti i codici dista dal prior.</translation>
    </message>
    <message>
        <source>Press Measure. Which of the two gaps is larger in the mean, and which one do the worst images have?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Premi Misura. Quale dei due divari è maggiore in media, e quale hanno le immagini peggiori?</translation>
    </message>
    <message>
        <source>A tighter bound is another model</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Un limite più stretto è un altro modello</translation>
    </message>
    <message>
        <source>The importance-weighted bound averages K samples inside the logarithm, and rises towards log p(x) as K grows. This model was trained on it with K = 5. On the test images its ELBO is below the VAE&apos;s while its importance-weighted bound is above it: its q need not look like the posterior, as long as one of five samples hits. B is the VAE.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Il limite IWAE, pesato per importanza, fa la media di K campioni dentro il logaritmo, e sale verso log p(x) al crescere di K. Questo modello è stato addestrato su di esso con K = 5. Sulle immagini di test il suo ELBO sta sotto quello del VAE, mentre il suo limite IWAE sta sopra: la sua q non deve somigliare al posterior, purché uno dei cinque campioni colga nel segno. B è il VAE.</translation>
    </message>
    <message>
        <source>Figures (below the maps) measures both: which of the two has the better log p(x), and is the difference more than chance?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Valori (sotto le mappe) misura entrambi: quale dei due ha il log p(x) migliore, e la differenza è più che casuale?</translation>
    </message>
    <message>
        <source>Paying four times for the rate</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Pagare quattro volte il tasso</translation>
    </message>
    <message>
        <source>A β-VAE minimises distortion + β · rate. With β = 4 a nat of rate costs four, so the codes move together and say less: the rate falls and the distortion rises. What it maximises is still below log p(x), but farther from it than the ELBO, which the curves show and which weighs both by one. B is a VAE with β = 1 (a larger network that was trained for longer, so not all of the difference is β&apos;s).</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Un β-VAE minimizza distorsione + β · tasso. Con β = 4 un nat di tasso ne costa quattro, perciò i codici si avvicinano fra loro e dicono di meno: il tasso scende e la distorsione sale. Ciò che massimizza sta ancora sotto log p(x), ma più lontano dell’ELBO, che le curve mostrano e che pesa entrambi con uno. B è un VAE con β = 1 (una rete più grande, addestrata più a lungo: non tutta la differenza è dovuta a β).</translation>
    </message>
    <message>
        <source>Compare the two maps and the curves of the rate. What was the rate that it gave up needed for?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Confronta le due mappe e le curve del tasso. A che cosa serviva il tasso a cui ha rinunciato?</translation>
    </message>
    <message>
        <source>Where the bound is silent</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Dove il limite tace</translation>
    </message>
    <message>
        <source>The ELBO is a mean over *data*. About a place where no image is coded it says nothing, and yet the prior draws from there. The background shows q(z) against p(z): blue are holes. KL(q(z) ‖ p(z)), a part of the mean rate that the panel Gaps measures, is the price that was paid for them.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>L’ELBO è una media sui *dati*. Di un posto in cui nessuna immagine è codificata non dice nulla, eppure il prior estrae anche da lì. Lo sfondo mostra q(z) rispetto a p(z): in blu i buchi. KL(q(z) ‖ p(z)), una parte del tasso medio che il pannello Divari misura, è il prezzo che si è pagato per essi.</translation>
    </message>
    <message>
        <source>Set the target into the bluest place inside the 2σ circle. What is decoded there, and how many codes are nearby?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation>Metti il bersaglio nel punto più blu dentro il cerchio 2σ. Che cosa vi si decodifica, e quanti codici sono vicini?</translation>
    </message>
    <message>
        <source>EM in two dimensions</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>EM in due dimensioni</translation>
    </message>
    <message>
        <source>The simplest model of all</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Il modello più semplice di tutti</translation>
    </message>
    <message>
        <source>Before there is anything latent: every pixel on its own, p(x) = Π p(xᵢ). *Maximum likelihood* makes each pixel as probable as it was in the data, in closed form; *MAP* adds a prior worth a few imaginary images, so that no pixel is ever impossible. What the model says of test images, log p(x) in nats per image, is the dashed baseline in all curves.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Prima di qualsiasi variabile latente: ogni pixel per conto suo, p(x) = Π p(xᵢ). La *massima verosimiglianza* rende ogni pixel tanto probabile quanto lo era nei dati, in forma chiusa; il *MAP* aggiunge un prior che vale alcune immagini immaginarie, così che nessun pixel sia mai impossibile. Ciò che il modello dice delle immagini di test, log p(x) in nat per immagine, è il riferimento tratteggiato in tutte le curve.</translation>
    </message>
    <message>
        <source>Look at Samples: each pixel is right on average. What is missing all the same?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Guarda Campioni: in media ogni pixel è giusto. Che cosa manca comunque?</translation>
    </message>
    <message>
        <source>Something unseen</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Qualcosa che non si vede</translation>
    </message>
    <message>
        <source>A *latent variable* z says what pixels have in common: p(x) = ∫ p(z) p(x|z) dz. The prior is the circles; the decoder, a network, draws an image for each z. Maximum likelihood now has to make log of a *sum* large, for each image, without knowing which z it came from. That is what EM is for.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Una *variabile latente* z dice che cosa i pixel hanno in comune: p(x) = ∫ p(z) p(x|z) dz. Il prior sono i cerchi; il decoder, una rete, disegna un’immagine per ogni z. Ora la massima verosimiglianza deve rendere grande il logaritmo di una *somma*, per ogni immagine, senza sapere da quale z venga. A questo serve EM.</translation>
    </message>
    <message>
        <source>Drag the target: this decoder was never trained with an encoder beside it. Can you tell?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Trascina il bersaglio: questo decoder non è mai stato addestrato con un encoder accanto. Si vede?</translation>
    </message>
    <message>
        <source>E-step: who could have drawn this?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Passo E: chi può averlo disegnato?</translation>
    </message>
    <message>
        <source>At fixed θ, the *E-step* sets q to the posterior p(z|x) of each image. For networks that is called intractable; with two dimensions it is a sum over a grid. The dots are the nodes of the grid, as large as their *responsibility* r ∝ w p(x|z) for this image. This 0 could have come from two places, with about equal probability.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>A θ fissato, il *passo E* pone q uguale al posterior p(z|x) di ogni immagine. Per le reti lo si dice intrattabile; con due dimensioni è una somma su una griglia. I pallini sono i nodi della griglia, grandi quanto la loro *responsabilità* r ∝ w p(x|z) per questa immagine. Questo 0 può venire da due posti, con probabilità quasi uguale.</translation>
    </message>
    <message>
        <source>Move the target from class to class: how many nodes share the responsibility for an image?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Muovi il bersaglio di classe in classe: quanti nodi si dividono la responsabilità di un’immagine?</translation>
    </message>
    <message>
        <source>M-step: draw it better</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Passo M: disegnarlo meglio</translation>
    </message>
    <message>
        <source>At fixed q, the *M-step* raises Σ ELBO in θ: a few steps of gradient ascent on the decoder, each image weighted by its responsibilities. The bound rises in the M-step; the next E-step makes q the posterior again, and bound and log p(x) touch. Neither step can make log p(x) fall, as far as the steps of the M-step are small enough.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>A q fissata, il *passo M* alza Σ ELBO in θ: alcuni passi di salita del gradiente sul decoder, con ogni immagine pesata dalle sue responsabilità. Nel passo M il limite sale; il passo E seguente rende q di nuovo il posterior, e limite e log p(x) si toccano. Nessuno dei due può far scendere log p(x), purché i passi di gradiente del passo M siano abbastanza piccoli.</translation>
    </message>
    <message>
        <source>In the curves below, compare the first plot with the baseline: after how many epochs is most of the way done?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Nelle curve qui sotto confronta il primo grafico con il riferimento: dopo quante epoche è fatta la maggior parte della strada?</translation>
    </message>
    <message>
        <source>An encoder, at the end</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Un encoder, alla fine</translation>
    </message>
    <message>
        <source>EM needs no encoder: it computes each posterior. A VAE *amortises*: one network predicts it. Here the encoder was fitted last, to the finished decoder. The decoder is better than the VAE&apos;s (B): log p(x) is −120.5 against −124.5 nats per image. But its posteriors were never asked to look like something that a Gaussian encoder can say, and its ELBO is far below.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>EM non ha bisogno di un encoder: calcola ogni posterior. Un VAE *ammortizza*: lo predice una sola rete. Qui l’encoder è stato adattato per ultimo, al decoder finito. Il decoder è migliore di quello del VAE (B): log p(x) è −120.5 contro −124.5 nat per immagine. Ma nessuno ha mai chiesto ai suoi posterior di somigliare a qualcosa che un encoder gaussiano sappia esprimere, e il suo ELBO è molto più in basso.</translation>
    </message>
    <message>
        <source>Figures measures both on the same images. Which model would you rather generate with, and which would you rather encode with?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Valori misura entrambi sulle stesse immagini. Con quale modello preferiresti generare, e con quale codificare?</translation>
    </message>
    <message>
        <source>Why not always?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Perché non sempre?</translation>
    </message>
    <message>
        <source>A grid of 40 nodes along each of D dimensions has 40ᴰ nodes: 1,600 in two dimensions, over ten million billion in ten. And the E-step has to visit them for *each* image, in each round. Amortised inference replaces all of it by one pass through a network, and pays with the gap that the lesson “The bound and the truth” measures.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Una griglia di 40 nodi lungo ognuna di D dimensioni ha 40ᴰ nodi: 1&#x202f;600 in due dimensioni, oltre dieci milioni di miliardi in dieci. E il passo E deve visitarli per *ogni* immagine, a ogni giro. L’inferenza ammortizzata sostituisce tutto ciò con un passaggio attraverso una rete, e paga con il divario che la lezione “Il limite e la verità” misura.</translation>
    </message>
    <message>
        <source>In the panel Bound, compare log p(x) from the grid with the estimate from importance samples of q. Where do they disagree?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Nel pannello Limite confronta il log p(x) della griglia con la stima da campioni per importanza di q. Dove non concordano?</translation>
    </message>
    <message>
        <source>The form at the left is filled in for EM. Choose *Digits 8×8*, and Train. The first plot shows the bound rise in M-steps and touch log p(x) at E-steps; the points are exact posterior means, and with the layer Posterior the responsibilities of one image follow the training live. At the end, *amortise* fits the encoder.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Il modulo a sinistra è compilato per EM. Scegli *Cifre 8×8*, poi Addestra. Il primo grafico mostra il limite che sale nei passi M e tocca log p(x) nei passi E; i punti sono medie esatte del posterior, e con il livello Posterior le responsabilità di un’immagine seguono l’addestramento dal vivo. Alla fine, l’*ammortizzazione* adatta l’encoder.</translation>
    </message>
    <message>
        <source>Lower “M-steps M” to 1 and train again: does log p(x) rise faster or slower per epoch, and per second?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation>Riduci “Passi M (M)” a 1 e addestra di nuovo: log p(x) sale più in fretta o più lentamente per epoca, e al secondo?</translation>
    </message>
</context>
</TS>
