<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>vaegui</name>
    <message>
        <source>{path} is cut short, or is not an IDX file. Delete it and download the dataset again.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several columns</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python objects, which could run a program</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} holds {what}; whole or real numbers are what is read. Save it as uint8.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is broken: its header does not say what it holds.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} was cut short: {offset:,} bytes are missing.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} holds {nbytes:,.1f} GB; {most:.1f} is the most of its kind.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Save it with np.ascontiguousarray.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} holds {nbytes:,.1f} GB; {most:.1f} is the most of its kind.{advice}</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} takes more memory than there is.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has too many members</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, “{member}” is compressed in a way that is not read here.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was cut short</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot be read ({reason}). If its download was cut short, delete it.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is broken, or of a kind that is not read here.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is not an array of NumPy&apos;s.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is broken: its header is too long.</source>
        <extracomment>vaegui/arrays.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says nothing</source>
        <extracomment>vaegui/asking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took more than {longest:g} seconds</source>
        <extracomment>vaegui/asking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy image</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <extracomment>vaegui/comparison.py, vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <extracomment>vaegui/comparison.py, vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, reconstruction</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, {noise_level:g} % {noise_in_words}</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images to compare models on.</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR in dB</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are {tuple}, but {contender} is for {tuple_2}.</source>
        <extracomment>vaegui/comparison.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise: every pixel plus level · ε</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt and pepper: a share of the pixels becomes black or white</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masking: a share of the pixels becomes black</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dynamic binarisation needs thresholds</source>
        <extracomment>vaegui/data.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a canvas of {shape} has no cells of {height} × {width} pixels</source>
        <extracomment>vaegui/drawing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table}

disentanglement {figure}, completeness {figure_2}, informativeness {figure_3} (Eastwood and Williams 2018), of {images:,} images</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kNN accuracy</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are {shape}, but {run} is for {image_shape}.</source>
        <extracomment>vaegui/evaluation.py, vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of what the images of {dataset} were made from. It is of shapes.</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are {shape}, but the model is for {image_shape}.</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{likelihood}: nats per image ± standard error, {images:,} test images</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halving its spacing the last time changed the mean by {errors:.0e} nats at most</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the noisy image itself</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) is summed over a lattice as fine as each image needs; {change}.</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dataset}: codes and pictures, {images:,} test images; accuracy of a vote of the {neighbours} nearest training codes, PSNR in dB of reconstructions of clean and of noisy images</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline: independent pixels</source>
        <extracomment>vaegui/evaluation.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x)</source>
        <extracomment>vaegui/exact.py, vaegui/explanations.py, vaegui/families.py, vaegui/narration.py, vaegui/runs.py, vaegui/ui/runs_panel.py, vaegui/ui/waterfall.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) from q</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per image ± standard error, {join} test images</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} gives images no probability, so there is no log p(x) that its bound could miss.</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the identity log p(x) = ELBO + KL closes to {residual:.1g} nats on each image</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halving the grid’s spacing changed the mean by {log_p_change:.1g}</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) is estimated by importance sampling from optimised Gaussians (a grid takes two dimensions)</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median effective sample size {effective:,.0f}</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate {rate:.2f} = I(n; z) {information:.2f} + KL(q(z) ‖ p(z)) {divergence:.2f}, residual {residual:.0e}, {hole:.0f} % of the prior’s mass in holes</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without latent variables log p(x) is known in closed form</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} has no trained encoder, and {code_size} dimensions are too many to sum.</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some q(z|x) are narrower than the lattice that this was summed on</source>
        <extracomment>vaegui/exact.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p style=&quot;color:{muted}; margin-top:0px&quot;&gt;Slide: {heading}&lt;/p&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;table border=&quot;1&quot; cellspacing=&quot;0&quot; cellpadding=&quot;6&quot; style=&quot;border-collapse:collapse; border-color:{muted}&quot;&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;On the slide:&lt;/b&gt; {correction}&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a point on the map?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introducing: the encoder network</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q&lt;sub&gt;φ&lt;/sub&gt;(z|x) = N(μ(x), diag σ&lt;sup&gt;2&lt;/sup&gt;(x)), with one φ for all x&lt;br&gt;p(z) = N(0, I)&lt;br&gt;q(z) = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; q&lt;sub&gt;φ&lt;/sub&gt;(z|x&lt;sub&gt;n&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder turns each image into a small Gaussian, and the map shows where its mean lies. Neighbouring places are decoded alike; places without points were never asked for in training, so there the decoder is on its own. For an autoencoder a point is the code itself (σ = 0, and no prior), for EM the mean of the exact posterior.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q is called a “multinomial Gaussian” (“The Kullback-Leibler divergence”). It is a &lt;i&gt;multivariate&lt;/i&gt; Gaussian with a diagonal covariance.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does a training step make smaller?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss function</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss = distortion + β · rate&lt;br&gt;distortion = E&lt;sub&gt;q&lt;/sub&gt;‖x − x′(z)‖&lt;sup&gt;2&lt;/sup&gt; / (2σ&lt;sup&gt;2&lt;/sup&gt;) + ½ P log(2πσ&lt;sup&gt;2&lt;/sup&gt;)&amp;#160;&amp;#160;(Gaussian)&lt;br&gt;rate = −½ Σ&lt;sub&gt;l&lt;/sub&gt; [1 + log σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − μ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;]</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With β = 1 the loss is the negative ELBO. Each batch of images moves all weights a little way downhill; the map and the curves follow. “From the lecture” fills in the form for each model of the lecture, this loss as “VAE, Gaussian decoder”.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eq. (3) has (x − x′)², where the prime is a hat, and names no variance. That is −ELBO, up to a constant, for a Gaussian decoder with σ² = ½ for every pixel, and for no other σ²; in nats it also needs the constant ½ log(2πσ²) per pixel.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good is a model, in one number?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum Likelihood (ML)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; log p&lt;sub&gt;θ&lt;/sub&gt;(D) = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; log p&lt;sub&gt;θ&lt;/sub&gt;(x&lt;sub&gt;n&lt;/sub&gt;) ≥ &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; ELBO(x&lt;sub&gt;n&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum likelihood asks for the model that makes the data most probable. The two columns say how probable, exactly and as a lower bound; an autoencoder has neither, since it gives images no probability. Compare only runs of the same dataset and likelihood: the density of a grey pixel and the probability of a black one are not the same kind of number. Independent pixels (ML or MAP) are the least that any other model should beat.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the likelihood of the data is written as a sum of p(x&lt;sub&gt;n&lt;/sub&gt;). For independent images it is their product; what is summed is log p(x&lt;sub&gt;n&lt;/sub&gt;).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the decoder say at the target?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bernoulli: log p(x|z) = Σ&lt;sub&gt;i&lt;/sub&gt; [x&lt;sub&gt;i&lt;/sub&gt; log π&lt;sub&gt;i&lt;/sub&gt;(z) + (1 − x&lt;sub&gt;i&lt;/sub&gt;) log(1 − π&lt;sub&gt;i&lt;/sub&gt;(z))]&lt;br&gt;Gaussian: log p(x|z) = −½ Σ&lt;sub&gt;i&lt;/sub&gt; [(x&lt;sub&gt;i&lt;/sub&gt; − μ&lt;sub&gt;i&lt;/sub&gt;(z))&lt;sup&gt;2&lt;/sup&gt; / σ&lt;sub&gt;i&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;(z) + log(2πσ&lt;sub&gt;i&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;(z))]</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is the mean of p(x|z), not a draw from it: where the decoder is unsure, it is grey or blurred. Bernoulli suits pixels that are on or off, Gaussian and continuous Bernoulli suit grey ones.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“The Kullback-Leibler divergence” has Gaussian for pixels from 0 to 255 and Bernoulli for binary ones, and is right. But put grey pixels into the first line, as is often done, and it is only a score (cross-entropy), no log-likelihood; that is why the form offers binarisation and the continuous Bernoulli.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of an image survives its code?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the autoencoder learning?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x′ = E[x | z = μ(x)]&lt;br&gt;distortion = −E&lt;sub&gt;q(z|x)&lt;/sub&gt;[log p(x|z)]&lt;br&gt;PSNR = 10 log&lt;sub&gt;10&lt;/sub&gt; (1 / MSE), MSE = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;P&lt;/sub&gt; ‖x′ − x‖&lt;sup&gt;2&lt;/sup&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A perfect model of this kind would be the identity, but everything has to pass through D numbers, and what does not fit is lost. Distortion asks p(x|z) about the image as the model sees it, averaged over q; PSNR compares the picture with the grey image, and does not depend on the likelihood.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can the model undo noise?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoising autoencoder</source>
        <extracomment>vaegui/explanations.py, vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x&lt;sub&gt;noisy&lt;/sub&gt; ~ c(x&lt;sub&gt;noisy&lt;/sub&gt;|x), x′ = E[x | z = μ(x&lt;sub&gt;noisy&lt;/sub&gt;)]&lt;br&gt;trained for it: loss = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)] + β · KL(q ‖ p(z)), q = q(z|x&lt;sub&gt;noisy&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise moves the code: where the arrow is short the answer hardly changes, where it is long it is another image. A model that was trained with noise learns codes that noise hardly moves. The line above the table says whether the answers are nearer to the clean images than the noisy images were; with weak noise they often are not. An autoencoder’s loss has the first term only.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the model generate?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent variables models</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z ~ p(z), then x ~ p(x|z)&lt;br&gt;p(x) = ∫ p(z) p(x|z) dz</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To generate is to read the model from left to right: first a code, then an image for it. The images look like data as far as the codes of data, q(z), fill the prior; from a hole come images of no class. An autoencoder has no prior, so a density is fitted to its codes afterwards; “From N(0, I)” shows why it needs one.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which images does the bound fail?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on the ELBO</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) ≥ E&lt;sub&gt;q&lt;/sub&gt;[log p(x, z) − log q(z|x)] = ELBO(x)&lt;br&gt;gap(x) = log p(x) − ELBO(x) = KL(q(z|x) ‖ p(z|x)) ≥ 0</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lasso (S) and the box (B) select by place; here you select by class or by figure. A low PSNR means that the decoder cannot draw the image. A large gap means that the encoder points to the wrong place, or that the posterior has a shape that no Gaussian has.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the bound made of?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final expression for the Kullback-Leibler divergence</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELBO = −(rate + distortion)&lt;br&gt;rate = KL(q ‖ p) = −½ Σ&lt;sub&gt;l&lt;/sub&gt; [1 + log σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − σ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt; − μ&lt;sub&gt;l&lt;/sub&gt;&lt;sup&gt;2&lt;/sup&gt;] ≥ 0&lt;br&gt;distortion = −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)]</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code that says more (rate up) lets the decoder draw better (distortion down), and the ELBO rises as long as it gains more than it pays. All are means over images in nats per image, of the likelihood named above the plots. The dashed line is log p(x) if all pixels were independent; an IWAE’s first plot is its tighter bound, an autoencoder has the third plot only.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eqs. (1) and (2) have the sign turned: ∫ q (log p − log q) is −KL, so +½ Σ[…] would be negative. KL(q ‖ p) = ∫ q (log q − log p) = −½ Σ[1 + log σ² − σ² − μ²], and it is never below 0. On the slides before, q is a product over l of one-dimensional densities, each with its own 1/√(2πσ²).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies between two images?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pros and Cons</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G(z) = J(z)&lt;sup&gt;T&lt;/sup&gt; J(z), J = ∂E[x|z] / ∂z&lt;br&gt;length = ∫ √(ż&lt;sup&gt;T&lt;/sup&gt; G(z) ż) dt = ∫ ‖J(z) ż‖ dt</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line on the map is not the shortest way in images: where the decoder changes fast, a step costs more. “shortest in images” is a geodesic of G, which goes around such places; “spherical” turns about the origin. Below each picture stands how many codes are nearby and the density of q(z): a 0 is a hole, where the way leads through what the model never learned.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model is better, and is that more than chance?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DLVM, intractabilities and problems with EM</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) = log ∫ p(z) p(x|z) dz ≈ log Σ&lt;sub&gt;g&lt;/sub&gt; h&lt;sup&gt;D&lt;/sup&gt; p(z&lt;sub&gt;g&lt;/sub&gt;) p(x|z&lt;sub&gt;g&lt;/sub&gt;)&lt;br&gt;d&lt;sub&gt;n&lt;/sub&gt; = f&lt;sub&gt;B&lt;/sub&gt;(x&lt;sub&gt;n&lt;/sub&gt;) − f&lt;sub&gt;A&lt;/sub&gt;(x&lt;sub&gt;n&lt;/sub&gt;), m&lt;sub&gt;d&lt;/sub&gt; = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; d&lt;sub&gt;n&lt;/sub&gt;&lt;br&gt;SE&lt;sup&gt;2&lt;/sup&gt; = Σ&lt;sub&gt;n&lt;/sub&gt; (d&lt;sub&gt;n&lt;/sub&gt; − m&lt;sub&gt;d&lt;/sub&gt;)&lt;sup&gt;2&lt;/sup&gt; / (N(N − 1))</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some images are hard for every model, and that spread is most of a single run’s error. Taking differences image by image removes it. ▲ marks a run that is better than all others by more than two of these standard errors. Nats of different likelihoods are never compared.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the integral is called intractable, and the logarithm is missing in front of it: l(θ) = Σ log ∫ p(z) p(x|z) dz. With a network as decoder it is intractable in general; with two latent dimensions a grid sums it.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which level of noise on is the model of use?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction of noiseless images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x′ = E[x | z = μ(x&lt;sub&gt;noisy&lt;/sub&gt;)]&lt;br&gt;PSNR(x′, x) = 10 log&lt;sub&gt;10&lt;/sub&gt; (1 / MSE), MSE = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;P&lt;/sub&gt; Σ&lt;sub&gt;i&lt;/sub&gt; (x′&lt;sub&gt;i&lt;/sub&gt; − x&lt;sub&gt;i&lt;/sub&gt;)&lt;sup&gt;2&lt;/sup&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is of use where its line is above the dashed one. 10 dB more are a tenth of the squared error. At level 0 a line begins at the reconstruction of the clean image, which a code of two numbers cannot make perfect, so with weak noise the noisy image itself is nearer.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a code worth when labels are few?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe: p(y|z) = softmax(W z + b), z = μ(x)&lt;br&gt;nearest neighbour: ŷ(z) = y&lt;sub&gt;n&lt;/sub&gt; of the nearest z&lt;sub&gt;n&lt;/sub&gt;&lt;br&gt;accuracy = share of the test images with ŷ = y</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images teach the encoder, and a handful of labels then names what it found: that is semi-supervised learning. With more than 10 labels per class the 5 nearest vote. The last plot fine-tunes: the encoder becomes a classifier, from this run’s weights and from fresh ones, so that the distance between the two curves is what pretraining is worth.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the ELBO below log p(x)?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) = ELBO(q) + KL(q(z) ‖ p(z|x)), for any q&lt;br&gt;ELBO(q) = −distortion − rate = E&lt;sub&gt;q&lt;/sub&gt;[log p(x, z)] + H[q]&lt;br&gt;KL = [ELBO(q*) − ELBO(q&lt;sub&gt;φ&lt;/sub&gt;)] + [log p(x) − ELBO(q*)], for q&lt;sub&gt;φ&lt;/sub&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap is exactly the divergence of q from the posterior; it vanishes only where q is p(z|x). The three terms of the first line are three sums of their own, and the residual says how well they agree. “Optimise q” raises the ELBO by moving q alone, which splits the gap in two (Cremer, Li and Duvenaud 2018). From 2,000 importance samples of q, log p(x) comes out too low where q misses a mode, and the samples cannot tell.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bound written with the entropy (“Back to the probabilistic picture”) has “−H[q]”. It is +H[q]: of two q with the same mean of log p(x, z), the wider one is better.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much does one encoder for all images cost?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep and amortised</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q&lt;sub&gt;φ&lt;/sub&gt;(z|x) ‖ p(z|x)) = [ELBO(q*) − ELBO(q&lt;sub&gt;φ&lt;/sub&gt;)] + [log p(x) − ELBO(q*)]&lt;br&gt;&lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; KL(q(z|x&lt;sub&gt;n&lt;/sub&gt;) ‖ p(z)) = I(n; z) + KL(q(z) ‖ p(z))&lt;br&gt;q(z) = &lt;sup&gt;1&lt;/sup&gt;/&lt;sub&gt;N&lt;/sub&gt; Σ&lt;sub&gt;n&lt;/sub&gt; q(z|x&lt;sub&gt;n&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amortised inference replaces one q for each image by one network for all. The first line says what that costs, and what is lost because q is a Gaussian. The second is the ELBO surgery of Hoffman and Johnson (2016): the mean rate pays for telling images apart and for leaving the prior. Only the latter is lost for generating: where q(z) falls short of the prior there is a hole.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Evidence Lower Bound (ELBO)” has “tight bound ⟺ f strictly convex”. For a strictly convex (or concave) f, Jensen’s inequality is an equality exactly where its argument is constant. Here that is p(x, z) / q(z), and it is constant exactly where q(z) = p(z|x).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the reparametrization trick good for?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reparametrization trick</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with: z = μ + σ ⊙ ε, ε ~ N(0, I)&lt;br&gt;∇&lt;sub&gt;φ&lt;/sub&gt;ELBO = E&lt;sub&gt;ε&lt;/sub&gt;[∇&lt;sub&gt;φ&lt;/sub&gt; log p(x|μ + σ ⊙ ε)] − ∇&lt;sub&gt;φ&lt;/sub&gt;KL(q&lt;sub&gt;φ&lt;/sub&gt; ‖ p)&lt;br&gt;without: ∇&lt;sub&gt;φ&lt;/sub&gt;ELBO = E&lt;sub&gt;q&lt;/sub&gt;[(log p(x|z) − b) ∇&lt;sub&gt;φ&lt;/sub&gt; log q&lt;sub&gt;φ&lt;/sub&gt;(z|x)] − ∇&lt;sub&gt;φ&lt;/sub&gt;KL(q&lt;sub&gt;φ&lt;/sub&gt; ‖ p)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the trick chance no longer depends on φ, so the gradient goes through the draws, and each draw knows in which direction the image gets better. Without it a draw only knows how good it is. Both are unbiased; the ratio of their variances says how many times as much computing the second one needs for the same precision.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Framing the problem” calls the derivative in φ NOT OK. It has an unbiased estimator without the trick too, the score function, only with far higher variance. And the entropy enters the ELBO with a plus: +H[q], not −H[q].</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does a model make of an image that it never met?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q&lt;sub&gt;φ&lt;/sub&gt;(z|x) = N(z; μ(x), diag σ&lt;sup&gt;2&lt;/sup&gt;(x))&lt;br&gt;x′ = E[x | z = μ(x)]&lt;br&gt;p(z|x) = p(z) p(x|z) / p(x)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder is amortised: one network answers for every image, also for one drawn at this moment. It has only ever met images such as MNIST’s, centred by mass in a box of 20 × 20 pixels, which is why drawings are prepared alike; switch that off to see what it is worth. What is no digit at all gets a code as well, and its ELBO is the only sign that the model never met the like.</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the model find what the images were made from?</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning probabilistic models</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x ~ p*(x): factors f are drawn, and x follows from them&lt;br&gt;ρ = correlation of the ranks of z&lt;sub&gt;d&lt;/sub&gt; and f&lt;sub&gt;j&lt;/sub&gt;&lt;br&gt;D = 1 − entropy of R&lt;sub&gt;dj&lt;/sub&gt; over j, C = 1 − entropy over d</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a process that nobody knows one can only ask how well p(x) fits; here one can ask whether its causes were found. Two dimensions can hold two factors: let only x and y vary, and see. A prior that looks the same from all sides gives no reason to choose axes, so that a map may hold both factors, turned, and score low on disentanglement (Eastwood and Williams 2018).</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place on the map, such as the target ⊕; z₁ runs to the right, z₂ up</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point (layer Points, P): the mean code of one test image, in the colour of its class</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two ellipses, 1σ and 2σ (layer Posterior, E), over the exact posterior p(z|x) of the same image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the circles of 1, 2 and 3σ (layer Prior, C)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole cloud of points; the layer Aggregate (Q) sets its density against the prior’s</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field β, for a VAE trained on the ELBO; “β warm-up” lets it rise from 0</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field “Pixel variance σ²”, there with the likelihood “Gaussian, fixed σ²”</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture that the decoder draws, as in Decoded; x is the image it should be</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of pixels of an image, 784 for MNIST</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code’s coordinate l, where the image’s point lies on the map</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the standard deviation of the code along it, not that of a pixel</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curve Distortion, in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curve Rate, in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights that training found; each run of the list has its own</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test images of the column Dataset, which no training has seen</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their number, 10,000 for MNIST</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p&lt;sub&gt;θ&lt;/sub&gt;(x&lt;sub&gt;n&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its mean stands in the column log p(x), in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its mean stands in the column ELBO, in nats per image; larger is better, as for log p(x)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target ⊕ on the map, in numbers in the fields z₁ and z₂</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the grey value of pixel i of the picture, with a Bernoulli decoder: the probability that it is on</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the grey value of pixel i of the picture, with a Gaussian decoder</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smaller picture σ²(z), where the variance is learned; otherwise one number for all pixels</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “image”, one of the test images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “reconstruction”: the decoded mean at the code</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code in between; click a row, and the target ⊕ goes there</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nats below the reconstruction, for the whole image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “difference”: blue is below, white is equal, red is above; of colours the difference itself, halved, with grey for equal</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dB below the difference, and their mean above the table; larger is better</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “clean”; in the loss it is what the decoder is asked for</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kind of noise and its level in per cent, above the table</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “noisy”, and all that the encoder sees</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “denoised”; “from clean” is the same without noise, as a yardstick</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head of an arrow on the map; its tail is μ(x) of the clean image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click an image, and the target ⊕ goes to the code it was decoded from</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the prior N(0, I), the circles of the layer Prior (C): “Generate others” draws 64 codes from it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what each image shows the mean of; with “Draw pixels” it is a draw</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what drawn pixels are samples of; its value at test images is in Figures</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an image of the sheet, and a marked point on the maps</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what “largest gap” selects by and “largest gap first” sorts by, in nats, under run A</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact, by a sum over the latent plane: there for codes of one or two dimensions</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the encoder’s q reaches for this image alone; the panel Bound takes it apart</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first plot: thin in training, thick on validation images, a ring at the best epoch</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the second plot: nats to say where the code is, beyond what the prior says</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the third plot: nats for the pixels once the code is known</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far from the origin the points of the map lie</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how wide the encoder’s ellipse is along axis l (layer Posterior, E)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place on the path; the slider walks the target ⊕ along it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the direction of the path on the map</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pictures of the strip</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how fast the picture changes on the way, all pixels together</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pull-back metric; the layer Magnification (X) shows √det G</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“long in images”, at the left below the pins</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row log p(x): its mean over the test images, in nats per image</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nodes of a grid over the latent plane, h apart, finer where an image needs it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the latent size: 1 or 2, where such a grid is affordable</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a figure of run A, such as its ELBO; f&lt;sub&gt;B&lt;/sub&gt; is the same of run B</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field “images”</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column B − A: the mean difference on the same images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number after its ±, the standard error of the paired difference</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a test image with noise; the level is on the horizontal axis, a plot for each kind</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a run makes of it</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR(x′, x)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run’s line, in dB against the clean image, with bars of two standard errors</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clean image; the dashed line is PSNR(x&lt;sub&gt;noisy&lt;/sub&gt;, x), if nothing were done at all</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run’s line: codes, learned without any label</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the other lines raw pixels, or as many principal components, stand in its place</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the straight lines that part the classes, in the plot Linear probe</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the labels that may be known: so many of each class as the horizontal axis says</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vertical axis; bars are one standard error over the draws of labelled images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chosen test image, at the top</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the blue regions that hold 50, 90 and 99 % of the exact posterior, here and on the map (E)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the orange ellipses, 1σ solid and 2σ dashed: what the encoder says; on the map a lens helps</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the purple ellipses: the best Gaussian for this image alone, where “Optimise q” ends</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dot in the first row under the regions</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the grey bar, which leads from there down to the dot ELBO</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the orange bar from the ELBO up to log p(x); once q is optimised, two bars in its place</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELBO(q*) − ELBO(q&lt;sub&gt;φ&lt;/sub&gt;)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bar “amortisation gap”: the price of one φ for all images</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) − ELBO(q*)</source>
        <extracomment>vaegui/explanations.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bar “approximation gap”: the posterior is no such Gaussian</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q&lt;sub&gt;φ&lt;/sub&gt;(z|x) ‖ p(z|x))</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gap of an image: one count in the histogram; the largest come first in the sheet at the right</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bar “amortisation gap”, a mean over the images; orange in the histogram</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bar “approximation gap”, a mean as well; purple in the histogram</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index-code mutual information: how well a code tells which image it is of, log N at most</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q(z) ‖ p(z))</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far the cloud of all codes is from the prior</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the aggregate posterior, the layer Aggregate (Q) on the map</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dots in the plot at the left, always from the same N(0, I)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dots on the map; the first of them are decoded beside the plot</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code in the middle of the dots, which shifts all of them</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far each dot is from it, in units of its ε</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what both histograms estimate, for one μ or log σ at a time; the dashed line is its exact value</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mean over K draws, the slider; the score function gets 3K, which cost as much</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the box “baseline”: the mean of the other draws; the second histogram narrows about the same mean</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is on the pad, as the first small picture has it: the pixels that the model gets</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dot below the small picture on the map, which moves with each stroke</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ellipses around it, with the layer Posterior (E)</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reconstruction; “denoised” is the same from the image with the noise of the panel Denoise</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the regions of the layer Posterior: exact, and found without the encoder</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the true process, which is known here because vaegui draws the shapes itself</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a factor, such as x, scale or rotation: “Colour” below the map shows it on the points</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dimension of the code, the columns of both tables</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table |ρ|: 1 where a dimension is the factor, on whatever scale</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table of importances: what a forest that predicts factor j takes from z&lt;sub&gt;d&lt;/sub&gt;</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disentanglement: 1 where each dimension speaks of one factor alone</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completeness: 1 where each factor is in one dimension alone</source>
        <extracomment>vaegui/explanations.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the others</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} of {title_of}</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title_of} without {images}</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title_of} with {images} in the class “{name}”</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} {kind}image{value}</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}: {train:,} training and {test:,} test images {classes}.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} of {classes} classes</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title_of}, only {what}</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {classes} classes</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without labels</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} cannot be split for training and testing: select {fewest} at least.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class needs a name of {longest_class} letters at the most that can be seen.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most_classes:,} classes are the most, and there are as many. Choose one of them.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the selected images are in “{name}” already.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of {title_of} have no labels to choose by.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is selected. Select some on the map first.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {test} test images</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} would be left for {purpose}; {fewest} is the fewest.</source>
        <extracomment>vaegui/exports/derived.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing films</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing ONNX</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing Parquet</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a TensorBoard log</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a package that is not installed</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packages that are not installed</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{purposes} needs {are}: {missing}. Install {it} with: pip install &apos;vaegui[{extra}]&apos;</source>
        <extracomment>vaegui/exports/extras.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film could not be encoded: {reason}. Nothing is left of it; a GIF needs no ffmpeg.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {frames:,} frame{plural} in {seconds:.1f} s, {width:,} × {height:,} pixels, {size}.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <extracomment>vaegui/exports/film.py, vaegui/sources.py, vaegui/storing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bytes:.1f} MB</source>
        <extracomment>vaegui/exports/film.py, vaegui/exports/selections.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bytes:.1f} kB</source>
        <extracomment>vaegui/exports/film.py, vaegui/exports/selections.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} is no film: its name must end in .mp4 or .gif.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film in {name} has from {low:g} to {high:g} frames per second, not {frames_per_second:g}.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not one frame to make a film of.</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ffmpeg says “{lines}”</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ffmpeg ended with {code}</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame is {dtype} {shape}, the first one {shape_2}</source>
        <extracomment>vaegui/exports/film.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} in {folder} ({bytes:.1f} MB, opset {opset}); ONNX Runtime and PyTorch differ by {worst:.0e} at the most.{alone}</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder.onnx and decoder.onnx are</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder.onnx is</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Training was stopped before the encoder was fitted, so it is left out.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” has no latent space: its pixels are independent, so there is no encoder and no decoder to write. Choose another run.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” was stopped in “{stopped_in}”, when the rest of its layers were still as they were drawn at random. Train it on first.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of “{run}” take {size:.1f} GB; {most_bytes:.1f} GB is the most that an ONNX file holds. Nothing was written.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {output} that ONNX Runtime computes from {name}.onnx is off from PyTorch&apos;s by {off:.0e}, where {allowed:.0e} is the most that is let pass. Nothing was written.</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX or ONNX Runtime did not take {name}.onnx: {error}. Nothing was written. A newer version may help: pip install -U &apos;vaegui[onnx]&apos;</source>
        <extracomment>vaegui/exports/onnx_models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows:,} image{value} in {path} ({size}).</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{dataset}” does not hold the images that “{run}” was trained on. Nothing was written.</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} ends in none of {writers}, so there is no telling what to write.</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is selected, so there is nothing to write. Select some first.</source>
        <extracomment>vaegui/exports/selections.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scalars:,} points of curves, {pictures} pictures{codes}{images}. Look at them with: tensorboard --logdir &apos;{folder}&apos;</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate at the epoch&apos;s end</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs_done:g} epochs of {total_epochs}, {seconds:,.0f} s</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded codes: z₁ from {low:.3g} on the left to {high:.3g}, z₂ from {low_2:.3g} at the bottom to {high_2:.3g}</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {codes:,} codes for the projector</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> with their images</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of {whose} images, nats per image</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <extracomment>vaegui/exports/tensorboard_logs.py, vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws of p(x)</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means of p(x|z) for codes drawn from the density that images are generated from</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, in colour</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test images</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images, and below each row what the model makes of it</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mean:.2f} ± {standard_error:.2f} nats per image</source>
        <extracomment>vaegui/exports/tensorboard_logs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>vaegui/exports/tensorboard_logs.py, vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distortion</source>
        <extracomment>vaegui/exports/tensorboard_logs.py, vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default-src &apos;none&apos;; script-src {hash}; style-src {hash_2}; img-src data:; base-uri &apos;none&apos;; form-action &apos;none&apos;</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {path}: {bytes:.1f} MB, weights in {precision}{rounded}.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder of “{run}” is too large for a web page: its {count:,} weights take {base64_size:.1f} MB in half precision, and there is room for {room:.1f} MB. No page was written; write the model as ONNX instead, or train one with fewer units.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, rounded to fit</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” has no codes of test images, because its training was cut off before they were computed. No page was written; go on with the training first.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” has no latent space, and so no map for a page. No page was written.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes of “{run}” have {size} dimension{value}, and the map draws two dimensions. No page was written; choose a run whose latent size D is 2.</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean of its exact posterior p(z|x)</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the encoder puts it</source>
        <extracomment>vaegui/exports/web.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no codes: there is nothing to score.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of what these images were drawn from: there is nothing to score by.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores take {fewest_images} images at least; here are {codes}.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some codes are not finite numbers, so they cannot be scored. Train with a lower learning rate.</source>
        <extracomment>vaegui/factors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent pixels, {how}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, MAP, λ = {weight_precision:g}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IWAE, K = {importance_samples}{noise}{prior}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β-VAE, β = {beta:g}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) → ELBO</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IWAE bound, K = {importance_samples}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ELBO, or the tighter importance-weighted bound of K samples (IWAE).</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the rate in the loss; 1 is the ELBO.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β warm-up</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs in which β rises linearly from 0, so that codes spread before the rate is charged for.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples K</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of z for each image; the bound tightens, and a step takes longer, as K grows.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid n × n</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes along each latent axis; n² cells of equal prior mass make the E-step exact.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M-steps M</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient steps of the decoder after each E-step, on the same batch and responsibilities.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amortise</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs after EM in which an encoder q(z|x) is fitted to the exact posteriors by forward KL.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretraining</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: train all layers end to end. Greedy: one layer after the other first, each as an autoencoder of what the layers below put out.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs a layer</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training images for each layer, before the fine-tuning of all.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corruption</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise on what the encoder sees in training, new each time; the decoder&apos;s goal is the clean image.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise level</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of Gaussian noise (1 is the full range), or the share of the pixels hit.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior precision λ</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP: a Gaussian prior N(0, 1/λ) on each decoder weight θ, −log p(θ)/N in the loss; 0 is ML.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior strength s</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP with a conjugate prior (Beta; normal-inverse-gamma) worth s imaginary images of even grey; 0 is maximum likelihood.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>vaegui/families.py, vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training images.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images whose gradients are averaged in one step.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of Adam; the peak, for one-cycle.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep η constant, or let it rise and then fall to zero over the whole training (of each phase).</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the training images kept for validation, which picks the best epoch.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in matrix products: float32, or bfloat16, which some processors multiply faster; sums, losses and weights stay float32.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixes every random choice.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to train; auto takes a GPU where there is one.</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP, s = {prior_strength}</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, greedy</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoising</source>
        <extracomment>vaegui/families.py, vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoising </source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IWAE bound</source>
        <extracomment>vaegui/families.py, vaegui/runs.py, vaegui/ui/config_form.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: end to end</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy, layer by layer</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} autoencoder</source>
        <extracomment>vaegui/families.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few images {which}that can be read; nothing was kept. {some}</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trained:,} images have been read</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {classes:,} different labels; {most_classes:,} classes are the most. Read the images without labels.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one image, which is too few: one is trained with, another is for testing.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} images of this size take {size:.1f} GiB; {most_bytes:.0f} GiB are the most. Choose a smaller size, grey in place of colours, or fewer images.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images take more memory than there is. Choose a smaller size.</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for training </source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for testing </source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: {done:,} of {count:,} images</source>
        <extracomment>vaegui/importing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum likelihood (ML)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fully observed model: every pixel on its own, in closed form. The baseline of all others.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum a posteriori (MAP)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with a Beta prior worth s imaginary images; as s shrinks, MAP becomes ML.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP for a deep network</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Gaussian prior on the decoder&apos;s weights θ, −log p(θ)/N in the loss: known elsewhere as weight decay.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-step: the exact posterior on a latent grid. M-step: gradient steps of the decoder. Then an encoder.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undercomplete autoencoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bottleneck of two numbers, and the identity to learn through it.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear autoencoder and PCA</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hidden layers and a linear output: the best it can do is find the plane of the principal components.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked autoencoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several layers on each side, trained end to end.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greedy layer-wise pretraining</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same stack, one layer at a time, each learning to reproduce the one below; then tuned as a whole.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise goes in, the clean image is asked for: identity is no longer enough.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAE, Bernoulli decoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels on or off, drawn anew each time: p(x|z) = Bernoulli.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAE, Gaussian decoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey pixels with σ² = ½: the lecture&apos;s loss (x − x̂)² + KL, up to a constant.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAE, Gaussian decoder with learned σ²(z)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder also says how sure it is of each pixel; see σ²(z) beside the decoded mean.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAE, continuous Bernoulli decoder</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proper likelihood for grey pixels in 0…1 where cross-entropy is only a score.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoising VAE</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder sees noise, the decoder is asked for the clean image.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β-VAE with warm-up</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs the rate by β, and lets β rise from 0 so that codes find their places first.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance-weighted bound (IWAE)</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bound from K samples of z that tightens as K grows.</source>
        <extracomment>vaegui/lecture.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} was unpacked, but is not in {lessons_folder} any more. Open it again.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson in {label}</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists more members than any lesson has</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has members that overlap, which only a trap has</source>
        <extracomment>vaegui/lessons/archive.py, vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds {total:.1f} GB; {most_unpacked:.1f} are the most</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no lesson: there is no {lesson_json} in it</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is broken: “{filename}” in it is not what was packed.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has {before:,.0f} MB; {most_file:,.0f} are the most for a lesson.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot be opened: {in_words}. Nothing was kept of it.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} lacks the run “{missing}”, which one of its steps shows. Ask for a whole one.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{folder}” in {label} cannot be shown: {reason} Nothing of the lesson was opened.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is encrypted ({shown}), and lessons never are</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name in it that leads out of it: {shown}</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a link or a device in it ({shown}), which no lesson has</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has something in it that belongs to no lesson: {shown}</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {shown} in it twice</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed in a way that is not read here ({shown})</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {file_size:,.1f} MB in {shown}; {most:,.1f} are the most</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {shown} in it, which expands more than {most_ratio} times, as no run does</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} was changed while it was read. Open it again.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} {reason}. Nothing of it was opened.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is no lesson, is broken, or was cut short. Nothing of it was opened.</source>
        <extracomment>vaegui/lessons/archive.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text has signs in it that cannot be seen</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a run</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is larger than any lesson: {largest_json:.1f} MB are the most.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is broken: it describes no lesson.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has format {shown}; this version of vaegui reads format {format}. Update vaegui.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has no steps: there is nothing to show.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs {runs} runs; {most_runs} are the most</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} is broken: it is no JSON.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than any lesson.</source>
        <extracomment>vaegui/lessons/content.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {in_words}.</source>
        <extracomment>vaegui/lessons/content.py, vaegui/library.py, vaegui/looking.py, vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson has no steps yet. Set the window up, and add what it shows as a step.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run “{missing}”, which a step of the lesson shows.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the lesson take {content:.1f} MB; {largest_json:.1f} fit.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs of this lesson take {sizes:,.0f} MB, which is more than fits in a lesson.</source>
        <extracomment>vaegui/lessons/packing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not what “{name}” was read from any more: {listed}.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stem} images</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset called “{name}” among your own.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again from “{base}”.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it again; its images are where they always were.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset “{folder}” is damaged: {reason}. {remedy} What is left of it is in {folder_2}.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other programs keep writing it</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>vaegui/library.py, vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels in a row. Images that have the wanted size stay exactly as they are; others are resampled.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>vaegui/library.py, vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of pixels.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done with an image of other proportions: its middle is cut out, black bars are put beside it, or it is stretched.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>vaegui/library.py, vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One grey value for each pixel (luma of Rec. 601), or red, green and blue.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark on light becomes light on dark; black bars stay black.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the labels that were found (a folder for each class, or a file of labels), or none.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images held out for testing, where the source has no test images of its own.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its labels are none of its classes</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its factors are not finite numbers</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset needs a name.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name may not have any of {forbidden} in it, nor signs that cannot be seen.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a folder. Choose another one.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long; {longest_name} letters are the most.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a dataset called “{name}” already. Choose another name.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} was changed, or cut short</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset “{folder}” has format {get}; this version reads formats 1 and 2. Import it again.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file {path}</source>
        <extracomment>vaegui/library.py, vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was changed (its SHA-256 is another)</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say whether it was made from another dataset</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has what only one made from another dataset has</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many factors</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more pixels than fit</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many classes</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{target}” could not be kept in {place}: {in_words}. What was there before is unchanged. Free some space or choose another folder (VAEGUI_HOME), and try again.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be removed: {in_words}. It is still there.</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} is too large</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listing} was changed, cut short, or is missing</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not hold what {record} says</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({in_words})</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} takes more memory than there is</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut out the middle</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add black bars</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red, green and blue</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they were found</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} is missing</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was cut short</source>
        <extracomment>vaegui/library.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} image{value}</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a zip archive of images, nor an array (.npy, .npz, IDX). Choose one of these, or the folder that the images are in.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds numbers from {low:g} to {high:g}; {words} is what is read here.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zip archive</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the images in {path} that were tried can be read. {problems}</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training and test images do not both lie in folders of classes, so that there are no labels.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most images lie in no folder of a class, so that there are no labels.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} beside the folders of the classes {are} left out.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers seem to be 0 or 1, of 255. If 1 is white, save the array as bool.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image {i}</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} holds texts, not images.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has the shape {shape}. Images have the shape (N, H, W), (N, H, W, 1 or 3) or (N, 1 or 3, H, W).</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} holds no images: its shape is {shape}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has images of {width} × {height} pixels, which is too many.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds numbers that are none (NaN). Replace them and save it again.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0…255 or 0…65535</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0…1, −1…1 or 0…255</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels are not used: some are texts and some are numbers.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {names}. Images are looked for as images, x, data, x_train or train_images, labels as labels, y, targets, y_train or train_labels.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} also holds {left}, which is left out.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds several datasets of IDX files. Choose one of the files with images.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {path}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of that folder or file is no text. Rename it and try again.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has changed since it was looked at. Nothing was kept; choose it again.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images (PNG, JPEG, GIF, BMP, WebP, TIFF) in {path}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chosen:,} images; looking at some of them</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} beside “{train}” and “{test}” {are} left out.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has rows of {shape} numbers, which do not say how wide an image is. Save it in the shape (N, H, W), such as ({shape_2}, {side}, {side}{value}).</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} has no labels, so that there are none.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels are not used: they are broken.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {path}: {entries:,} images so far</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape is {shape}, and there are {count:,} images</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels in {value} are not used: {rstrip}.</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {total:,} images</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are no whole numbers</source>
        <extracomment>vaegui/looking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total:.1f} GB</source>
        <extracomment>vaegui/machine.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total:.1f} GB, of which {free:.1f} GB are free</source>
        <extracomment>vaegui/machine.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variational autoencoder</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact EM in 2-D</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>independent pixels</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <extracomment>vaegui/models.py, vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variational autoencoder; an autoencoder with a deterministic code; a decoder fitted by exact EM on a latent grid, its encoder afterwards; or independent pixels, without latent variables.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>vaegui/models.py, vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected layers, or strided convolutions that halve the image at each layer.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units (or channels) of each encoder layer; the decoder has the same in reverse. None at all makes encoder and decoder linear.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nonlinearity between layers.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent size D</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions of z; the map draws two. Exact EM works in two.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood p(x|z)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the decoder says about a pixel: on or off; a grey value between them (continuous Bernoulli); a grey value with the same variance σ² everywhere; or one with its own learned σ²(z).</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binarisation</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How grey pixels become the on/off values a Bernoulli describes: pixel &gt; ½, or a fresh draw x ~ Bernoulli(grey) each time; none scores grey values by cross-entropy, which is not a log-likelihood.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel mean μ(z)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder&apos;s output squashed into 0…1 by a sigmoid, or left as it is (linear), as in PCA.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel variance σ²</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance of every pixel; ½ makes the loss the lecture&apos;s (x − x̂)² + rate, up to a constant.</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian, σ² = {variance:g}</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continuous Bernoulli</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact EM works on a grid of two latent dimensions: latent size D must be 2</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian, learned σ²</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy on grey pixels</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bernoulli, pixels &gt; ½</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bernoulli, dynamic binarisation</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully connected</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bernoulli</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian, fixed σ²</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian, learned σ²(z)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (cross-entropy)</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel &gt; ½</source>
        <extracomment>vaegui/models.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} while {second}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({name}{way} {number} since the start)</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ELBO is {number}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} is minimised</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The importance-weighted bound of {samples} samples is {number}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately {name} {verb} from {number} to {number_2}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately {name} stayed at {number}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately rate and distortion stayed at {number} and {number_2} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately the rate {verb} from {number} to {now_rate} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately the rate stayed at {number} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the distortion {verb} by {number}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the distortion stayed at {number}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In warm-up to {beta:.4g}, β = {name}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{collapsed} of {per_dimension} dimensions</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a KL below {collapsed:g} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its KL is {nats} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their KLs are {nats} nats</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its posterior is the prior</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their posteriors are the prior</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} and {words_2}</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nats of {likelihood_in_words}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the distortion </source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better pictures from codes that say less</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes and pixels both cost more</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes that say as much are drawn better</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes that say as much are drawn worse</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes say more, and pictures do not gain</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same pictures from cheaper codes</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} counts each nat of rate {name} times: {minimised}; {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {has} collapsed: {kl}, {posterior}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {has} collapsed: {kl}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a code it is known exactly</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the E-step is exact, so the bound is log p(x) itself</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the distortion</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an autoencoder has no rate</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tight}, {number} nats {side} the ELBO.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats spent on codes are repaid in pixels</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes cost more nats than they save</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes save more nats than pixels lose</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels lose more nats than codes save</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head} leaves the rate free: {number} is minimised; {elbo}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} have collapsed: they {nats}, their posteriors are the prior.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {nats}: collapsed.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {value} nothing yet: {kl}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ELBO of the encoder, which is fitted last,</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decoder rests</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} say nothing yet: they {nats}.</source>
        <extracomment>vaegui/narration.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was cut short</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is broken, or of a kind that is not read here</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {size:,.0f} MB; {most_bytes:.0f} is the most</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes more memory than there is</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more parts than any PNG</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more parts than any JPEG</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more parts than any GIF</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name that leads out of the archive</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds {total:.1f} GB of images; {most_unpacked:.1f} is the most</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {most:,.0f} megapixels; {most_2:.0f} is the most</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no pixels</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {in_words}</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot be read: {in_words}.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is not a zip archive, is broken, or was cut short.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {most_members:,} members, the most that are read</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <extracomment>vaegui/pictures.py, vaegui/storing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds real numbers from {min:g} to {max:g}; 0…1 is what is read here</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds whole numbers from {min} to {max}; 0…255 is what is read here</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is broken</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {label} {info}.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a link, which is not followed</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has its colours as {mode}, which is not read here; save it as a PNG</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {place} cannot be read: {reason}.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an archive in the archive; unpack it first</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lies more than {most_levels} folders deep and was left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a plain file and was left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {label} is broken, or not what the archive says.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a large BMP with run lengths; save it as a PNG</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} leads outside of the folder and was left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {most_files:,} images; the others were left out.</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there twice; the first was taken</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a PNG, JPEG, GIF, BMP, WebP or TIFF image</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is encrypted</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed in a way that is not read here</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expands more than {most_ratio} times, as no image does</source>
        <extracomment>vaegui/pictures.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder that has something in it</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {what}, which is left as it is. Choose a new folder, or an empty one.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {in_words}. What was there before is unchanged. Choose another folder or free some space, and try again.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {in_words}. Nothing was left behind. Choose another folder or free some space, and try again.</source>
        <extracomment>vaegui/placing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raw pixels</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear probe</source>
        <extracomment>vaegui/probes.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA, {size} dimension{value}</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all ({labelled:,})</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of {dataset} have no labels: there is nothing to classify.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent pixels have no codes: there is nothing to classify by.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier needs labelled images of at least two classes.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of {dataset} are {shape}, but the model is for {image_shape}.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent pixels have no encoder to make a classifier of.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This encoder has no hidden layers: without its code layer there is nothing left to start from.</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all labels</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 label per class</source>
        <extracomment>vaegui/probes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of memory</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t allocate memory</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent pixels are fitted at once, in closed form: there is nothing to continue.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” has had {epochs_done:.4g} epochs: ask for more than that.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory. Try a smaller batch size ({smaller} in place of {batch_size}) or a smaller network. The epochs finished before are kept.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device was lost: {splitlines} The epochs finished before are kept, from copies in main memory. Continue the run on the CPU, or after a restart.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} on {dataset}</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” cannot be trained for {total:,} epochs.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training was stopped before its first step; there is nothing to keep.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be saved: {in_words}.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} What was saved before is still there.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} Training waits, and goes on by itself when it can. Stop gives up what was learned since the last save.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{origin}” was trained on other images than these: it cannot go on with them.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} exists already. Choose another name.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be made: {strerror}.</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA error</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MPS backend</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} Also: {second}</source>
        <extracomment>vaegui/recording.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) if pixels were independent</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} is not a run: there is no {config} in it.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is broken: it does not describe a run.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a run: use letters, digits, spaces, dots and dashes.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a run called “{name}”.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of {prod:,} pixels are too large</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds weights that are not finite numbers</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not hold codes that fit {config}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not hold a density that fits {config}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is broken: its SHA-256 is not that of what was written</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} cannot be opened: {strerror}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last save of “{run}” is whole: there is nothing to go back from.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The save before the last one of “{run}” is damaged, too.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is broken: it is larger than any of its kind.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is broken: it is not what was written.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has format {version}; this version reads format {format}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is open in another window, or is being trained by another program. Close it there first.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” cannot be changed: {in_words}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” is in use: it is open in another window, or being trained.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” cannot be renamed: {strerror}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no run has a file {role!r} called {file!r}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no columns</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read as a table of figures: {error}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is broken: {error}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is broken: it has {size:,} bytes, which is not what was written</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {strerror}</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not belong to the model that {config} describes</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” cannot be put in order: {in_words}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” cannot be changed: {in_words}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is broken: its SHA-256 is missing.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Listed is the save before, of epoch {epochs_done:.4g}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be looked into: {strerror}.</source>
        <extracomment>vaegui/runs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{get} — {message} (given: {shown})</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command line</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a setting this version knows</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {minimum:g} to {maximum:g}, </source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} ({limits}default: {default})</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” ({flag}) has no meaning here: it needs {needs}.</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {get}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {get}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than {get}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {get}</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the {where}: {error_count:,} values are wrong.</source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the {where}: </source>
        <extracomment>vaegui/settings.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half disc</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes {side}×{side} (generated{value}{words})</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the images, in pixels.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many training images are drawn; more begin with the same ones. A fifth as many test images, at most 10,000, are drawn besides.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image seed</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images are drawn: another seed, others of the same kind.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary form</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triangle, half disc, L or arrow, which are the classes; else all are triangles.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary x</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form lies anywhere from left to right.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary y</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form lies anywhere from bottom to top.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary scale</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is small or large.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary rotation</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is turned, by a quarter to either side at most.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary hue</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are in colour, from red through green to blue; else they are grey.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total:,} images of {side} × {side} pixels{value} take {size:.1f} GiB; {most_bytes:.0f} GiB is the most. Nothing was drawn. Choose fewer images or smaller ones.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one of form, x, y, scale, rotation and hue must vary</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{others} and {last} vary</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only {last} varies</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no memory for {total:,} images, which take {size:.1f} GiB. Nothing was drawn. Choose fewer images or smaller ones.</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing shapes</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in colour</source>
        <extracomment>vaegui/shapes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import sys; from torchvision import datasets; kind = getattr(datasets, sys.argv[1])
if sys.argv[3:]: kind.mirrors = sys.argv[3:]
kind(sys.argv[2], download=True)</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} could not be downloaded: {reason}. Nothing partial was kept. Try again later, or point to a folder that holds the files.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits 8×8</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my {name}</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no connection to the internet</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is out of order or too busy for the moment</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server did not hand the file out</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what arrived was cut short or is not the dataset (its checksum is wrong)</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trousers</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pullover</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dress</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coat</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandal</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shirt</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sneaker</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{strip}” stands for shapes that are drawn on the fly. Choose another name.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {title} in {where}. Download it ({download_bytes:.0f} MB), or point to the folder that holds {idx_files} and its three companions.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{idx_files} and {idx_files_2} in {place} hold images of different sizes.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is ready</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset called “{name}”. Known: {known}.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is missing from {place}.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images_file} and {labels_file} in {place} do not belong together.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files in {place} are {title}, not {title_2}.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write to {root}: {strerror}. Choose another folder.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting for {title}…</source>
        <extracomment>vaegui/sources.py, vaegui/ui/dataset_store.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: nothing has arrived for {silence:.0f} s. Wait, or cancel and try again later</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write to {target}: {strerror}. Choose another folder.</source>
        <extracomment>vaegui/sources.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says of the training contradicts itself</source>
        <extracomment>vaegui/state.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of this run is broken: what it says of the random generators is none.</source>
        <extracomment>vaegui/state.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <extracomment>vaegui/storing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its SHA-256 is another</source>
        <extracomment>vaegui/storing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program uses it</source>
        <extracomment>vaegui/storing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header is broken</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its size is not that of its tensors</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no table of tensors, or was cut short</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the size of {name} is not that of its shape</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensors overlap, or leave gaps</source>
        <extracomment>vaegui/tensors.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no {wanted} device that torch can use. Choose “auto” or “cpu”.</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs at least two images: one to learn from, one to validate with.</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of this run is of a training with other images or settings: it cannot go on.</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged at step {step} (epoch {step_2:.2f}): the loss is no longer a finite number. The epochs finished before are kept. Try a smaller learning rate ({rate:g} in place of {rate_2:g}).</source>
        <extracomment>vaegui/training.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} The program goes on, and so does a training; saved runs are safe.</source>
        <extracomment>vaegui/ui/alarm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {sub}.</source>
        <extracomment>vaegui/ui/alarm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is one of {count} such exceptions so far.</source>
        <extracomment>vaegui/ui/alarm.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window</source>
        <extracomment>vaegui/ui/app.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vaegui: there is no display, so no window can open. Take the tour: vaegui tour --out DIR</source>
        <extracomment>vaegui/ui/app.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status {status}</source>
        <extracomment>vaegui/ui/app.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the target over the codes, or click an image in the strips: its bound shows here.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen image</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Residual&lt;/b&gt;: log p(x) − ELBO − KL. The ELBO is a sum over Gauss–Hermite nodes under q, the KL one over a lattice around q; it would be zero if both were exact.&lt;br&gt;&lt;b&gt;Halving&lt;/b&gt;: how exact log p(x) itself is. By so much it changed when the spacing of its grid was halved the last time; what is left is far less.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimise &amp;q</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder’s q</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;full covariance</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let q be correlated: an ellipse that may lie askew</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilm…</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a GIF or an MP4 of q on its way from what the encoder says to the best</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bound, part by part</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So log p(x) is usually estimated. It is too low where q misses a part of the posterior, and the draws cannot tell.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move q step by step from what the encoder says to the best Gaussian for this image alone.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the encoder’s q.</source>
        <extracomment>vaegui/ui/bound_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here is no q to optimise towards an exact posterior: that takes a trained encoder, and codes of one or two dimensions.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective sample size {effective}</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{off} nats too {value}</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{draws:,} importance samples from q say {log_p}: {comparison}, {effective}.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test image {row:,}{name_of}</source>
        <extracomment>vaegui/ui/bounding.py, vaegui/ui/films/command.py, vaegui/ui/films/filming.py, vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{likelihood_in_words}; nats per image</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes of more than two dimensions cannot be summed over: log p(x) is estimated by importance sampling, and the gap is what it leaves.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halving the grid’s spacing changed log p(x) by {tiny} nats.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 0.00001</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{patient_draws:,} draws from the best Gaussian, made wider and mixed with the prior: {log_p} ± {error} nats, {effective}.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives images no probability, so there is nothing that an ELBO could be a bound on.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without latent variables log p(x) needs no bound: it is known in closed form.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained, and there are too many dimensions for a grid.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bound needs the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual log p(x) − ELBO − KL: {tiny} nats.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no trained encoder, so there is no q.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best q is in another place than the one that the encoder’s q was drawn to.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Parts of the posterior are out of q’s reach.</source>
        <extracomment>vaegui/ui/bounding.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: {words_2} to {words_3}</source>
        <extracomment>vaegui/ui/colour_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the points</source>
        <extracomment>vaegui/ui/colour_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: from the lowest to the highest, but for {outliers:g} % of the images at each end, which have the colours of the ends</source>
        <extracomment>vaegui/ui/colour_bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density q(z)</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink</source>
        <extracomment>vaegui/ui/colouring.py, vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <extracomment>vaegui/ui/colouring.py, vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours need the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes of this run are not those of the test images that are here.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a trained encoder nothing can be passed through this model.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives images no probability, and so has no ELBO.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images were not generated from known factors.</source>
        <extracomment>vaegui/ui/colouring.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <extracomment>vaegui/ui/commands.py, vaegui/ui/help/keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open.</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <extracomment>vaegui/ui/commands.py, vaegui/ui/runs_panel.py, vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the panel {windowtitle}</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run “{folder}”</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on {itemtext}</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <extracomment>vaegui/ui/commands.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent variable</source>
        <extracomment>vaegui/ui/config_form.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance sampling</source>
        <extracomment>vaegui/ui/config_form.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amortised inference</source>
        <extracomment>vaegui/ui/config_form.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum likelihood</source>
        <extracomment>vaegui/ui/config_form.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: {words}</source>
        <extracomment>vaegui/ui/config_form.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {minimum:g} to {maximum:g}</source>
        <extracomment>vaegui/ui/config_form.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {rows:,}</source>
        <extracomment>vaegui/ui/contact_sheet.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {rows:,}, {captions}</source>
        <extracomment>vaegui/ui/contact_sheet.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an image, or press Enter on it, to send the target to its code</source>
        <extracomment>vaegui/ui/contact_sheet.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded at ({x}, {y})</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {row}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {row:,}, “{name}”</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy coordinates {words}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a pin &amp;here</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {row:,}</source>
        <extracomment>vaegui/ui/context_menus.py, vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: z = ({x}, {y}).</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded by the second run</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance of the decoded pixels</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated image {n}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image {n} along the path</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the &amp;pad</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the &amp;target to its code</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the test image on the &amp;pad</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its &amp;bound</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the &amp;target there</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nearest image: {describe}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered. The run is in {folder}.</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded image</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated image {number_of}</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image {number_of} along the path</source>
        <extracomment>vaegui/ui/context_menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dataset</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} selected image{plural} &amp;alone</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are split anew: a fifth of each class is held out for testing</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} with&amp;out the selected image{plural}</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} with the selected image{plural} in the &amp;class</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, only the classes that are &amp;shown on the map</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training and test images; click a class in the legend to hide it</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of the selected images</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old class or a new one</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the dataset, and the runs that are trained on it, will be called</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/few_labels_panel.py, vaegui/ui/films/dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vaegui/ui/dataset_dialog.py, vaegui/ui/dataset_store.py, vaegui/ui/exporting.py, vaegui/ui/factors_panel.py, vaegui/ui/few_labels_panel.py, vaegui/ui/figures/dialog.py, vaegui/ui/films/dialog.py, vaegui/ui/import_dialog.py, vaegui/ui/lessons/teaching.py, vaegui/ui/measure_row.py, vaegui/ui/selection_panel.py, vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the class that the selected images are of.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fifth of each class is held out for testing.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select images on the map, or hide some classes in its legend, and come back.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images come along, so that a model can be trained on it at once.</source>
        <extracomment>vaegui/ui/dataset_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>vaegui/ui/dataset_gate.py, vaegui/ui/dataset_store.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point to a &amp;folder…</source>
        <extracomment>vaegui/ui/dataset_gate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {megabytes:.0f} MB</source>
        <extracomment>vaegui/ui/dataset_gate.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the files of {title}</source>
        <extracomment>vaegui/ui/dataset_store.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {title} in {folder}: it should hold {idx_files} (or the same with .gz) and its three companions, or be the folder above them in torchvision&apos;s layout.</source>
        <extracomment>vaegui/ui/dataset_store.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <extracomment>vaegui/ui/dataset_store.py, vaegui/ui/runs_panel.py, vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;σ²(z)&lt;/b&gt;&lt;br&gt;How unsure the decoder is of each pixel: its learned variance, dark 0, bright the most</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance of the decoded pixels</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image decoded by the second run</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of p(x|z) of the second run, at the target of its own map</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded image at z = ({x}, {y}). {words}</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the mean of p(x|z) at the target.</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number for {name} to move the target.</source>
        <extracomment>vaegui/ui/decoded_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denoised {mean_decibel} ({better})</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} dB</source>
        <extracomment>vaegui/ui/denoising_panel.py, vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no better</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, from clean {mean_decibel}</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise level, in per cent</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise level in per cent: the standard deviation of the Gaussian, in parts of the range from black to white, or the share of pixels hit</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;w noise</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the noise anew</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level, %</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from clean</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a test image x</source>
        <extracomment>vaegui/ui/denoising_panel.py, vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x with noise, and its PSNR against x in dB</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model makes of the noisy image, and its PSNR against x</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model makes of x itself, and its PSNR: a yardstick for the denoised one</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Arrows on the map: clean → noisy code.</source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean PSNR: noisy {mean_decibel}; </source>
        <extracomment>vaegui/ui/denoising_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch {version} on {choose_device}</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} of {test} test images</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase}epoch {epoch} · {count}</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: best epoch {best_epoch:.4g}{figure}, kept as “{run}”.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({left_out} run{plural} of other likelihoods or images not drawn)</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nats per image: {words}{note}</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} — vaegui</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can be trained on now.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, test {figures_in_words} {mean} ± {standard_error} nats/image</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train anew with batches of {smaller}?</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running. Stop or cancel it before you open another run.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · stopped in “{stopped_in}”</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than {most_rivals} runs are compared at a time.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read “{shown}” again…</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read again…</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move “{shown}”</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are not on this machine. Import them under this name (menu Data), and one can train on them.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running. Stop or cancel it before you continue another run.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this training?</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard moves what was saved of it so far to the trash. Stop keeps it as a run.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images_per_second} images/s</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and keep what was learned, then close?</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open. Train one (left), or open a folder (Ctrl+O).</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No codes: its training was cut off. Continue it from the list of runs.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {title_of}…</source>
        <extracomment>vaegui/ui/desk.py, vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training starts as soon as it is here.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The save before is whole: open the run from the list.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {title_of} on this machine yet.</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · compiled</source>
        <extracomment>vaegui/ui/desk.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <extracomment>vaegui/ui/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <extracomment>vaegui/ui/dialogs.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float or dock</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the panel float over the window, or put it back</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vaegui/ui/docks.py, vaegui/ui/figures/dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel; View → Panels brings it back</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this so? The formula, what its symbols are here, and the slide</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {title}</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{buttons} the panel {windowtitle}</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{as_html}&lt;p&gt;&lt;a href=&quot;{more}&quot;&gt;More in the guide&lt;/a&gt;&lt;/p&gt;</source>
        <extracomment>vaegui/ui/docks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model makes of a drawing is shown while you draw.</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model sees it</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with noise</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model is given: the drawing at the model’s resolution, centred if that is switched on</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model makes of it: the mean of p(x|z) at the drawing’s code</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drawing with the noise of the panel Denoising</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model makes of the noisy drawing</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre as MNIST is</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the model the drawing as MNIST’s digits were prepared: scaled until it just fits into a box of 20 × 20 pixels (in proportion for images of another size), and moved until its centre of mass is in the middle. A model of MNIST knows no others. Without it, the model gets the pad as it is.</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test image</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the test image that is looked at, nearest to the target, on the pad, to change it pixel by pixel (X)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear guests</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove these images from here and from the map</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, changed</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink: how bright, or which colour, the brush draws</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey level of the ink</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bright the ink is, from black to white</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y or Ctrl+Shift+Z)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the pad (Del)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the brush: {brush} of the model’s pixels ([ and ]); the eraser is twice that</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model sees</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing, and what the model makes of it</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images from elsewhere</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove this image</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush (B)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser (E, or the right button with any tool)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single pixels of the model’s (X)</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink: grey level {ink} of 255</source>
        <extracomment>vaegui/ui/draw_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained, so nothing can be passed through it.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EM fits the decoder first; its encoder comes last (“amortise”). Until then there is nothing to show here.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers are being pretrained one by one; those above are still random. The whole stack is put together when it is fine-tuned.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · q(z) = {q:.2g}, {words} × the prior</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · as good as no density here, neither q(z) nor the prior</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes z ~ N(0, I), the prior; </source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of p(x|z)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · other images, so nothing is linked</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without latent variables there is one image: the mean of p(x)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ²(z): {low:.3f} to {high:.3f}</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An autoencoder has no prior to draw from. A density is fitted to its codes once training is over.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes z ~ N(0, I), which this autoencoder was never asked to use; </source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of {name} are not the shape this run was trained on.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes from {count} Gaussian{value} fitted to those of training images; </source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws of p(x)</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are other ones now than those that this run was trained on.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draw</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {title_of} on this machine yet. The panel needs its test images.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are not on this machine. Import them under this name (menu Data), and everything that needs them works again.</source>
        <extracomment>vaegui/ui/explorer.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV: a row for each image (*.csv)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy: an array for each column (*.npz)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the selected images</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up.</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the map as a web page</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder for encoder and decoder</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder for TensorBoard</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open. Open one, or train one, and it can be exported.</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is being written: wait for it, or cancel it.</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the folder</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <extracomment>vaegui/ui/exporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on shapes: there the factors each image was drawn from are known.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is being trained. What its codes tell of the factors can be scored once it is saved.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent pixels have no latent variables: there is no code that could tell anything.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained, so its images have no codes to score.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} test images of {title_of}, half to learn from, half to be asked about.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {size} dimension{value} cannot tell all of {known} factors.</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding…</source>
        <extracomment>vaegui/ui/factor_study.py, vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting factors…</source>
        <extracomment>vaegui/ui/factor_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Eastwood &amp; Williams, ICLR 2018)</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Score the factors&lt;/b&gt; asks what the codes of test images tell of the factors that the images were drawn from: which latent dimension goes with which factor, and whether each dimension tells of one factor only.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;|ρ|&lt;/b&gt;: Spearman’s rank correlation of a latent dimension with a factor, without its sign; for the form, whose numbers have no order, the correlation ratio η of the ranks. 1 where it always grows or falls with it.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;R&lt;/b&gt;: how much a latent dimension contributes to predicting a factor: its share of the decrease in variance in a random forest {cited}, times how well that predicts. So the dimensions of a factor add up to its informativeness.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score the factors</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − the entropy of how a dimension’s importance is shared out among the factors, in units of its maximum, averaged over dimensions by their importance: 1 where each dimension tells of one factor</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − the entropy of how a factor’s importance is shared out among the dimensions, in units of its maximum, averaged over factors by their importance: 1 where each factor is told by one dimension</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how well random forests predict the factors from all dimensions together, on images they have not seen: R², for the form (accuracy − chance) / (1 − chance), averaged over factors: 1 where codes tell all</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of scoring</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank correlation of latent dimensions and factors</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance of latent dimensions for factors</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of factors and latent dimensions</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Of {count} dimensions, the {most_dimensions} that tell most are shown.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disentanglement of {dimension}: {words}; it has {weight:.0f} % of all importance</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank correlation |ρ|</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance R</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the codes of test images with the factors they were drawn from</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>informativeness of all dimensions about {name}: {told}</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completeness of {name}: {complete}</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dimension} and {name}: {what} {words}</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: {meanings} {cited}.</source>
        <extracomment>vaegui/ui/factors_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Measure&lt;/b&gt; classifies test images by their codes, knowing the labels of a few training images only, and again by raw pixels and by as many principal components: what is the code worth?&lt;br&gt;&lt;br&gt;&lt;b&gt;Fine-tune&lt;/b&gt; makes a classifier of the encoder and trains it on a few labels, once from this run’s weights and once from fresh ones: does pretraining help?</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <extracomment>vaegui/ui/few_labels_panel.py, vaegui/ui/measure_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder as a classifier</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labelled:,} labelled images</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {images}: {accuracy} of {test_images:,} test images right</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test images that are classified right, by the number of labelled training images of each class. All classifiers meet the same labelled images.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Draws&lt;/b&gt;&lt;br&gt;How often labelled images are drawn anew. Which few images have labels matters much: accuracies are means over draws, error bars ± one standard error of the mean.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify test images by codes, raw pixels and principal components</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels per class</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Labels per class&lt;/b&gt;&lt;br&gt;How many training images of each class fine-tuning learns from</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the encoder, with a linear layer in place of its code, to tell classes apart: from this run’s weights, and from fresh ones</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{of_labels} The class of the nearest labelled image; with more than 10 labels per class, a vote of the 5 nearest.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{of_labels} Logistic regression: do straight lines part the classes?</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test images that are classified right while all weights learn from the labelled images: starting from the run’s encoder, and from fresh weights.</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels per class</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the run</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from scratch</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({images:,} labelled images)</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (all: {labelled:,})</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <extracomment>vaegui/ui/few_labels_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What scrolls is drawn whole; of sheets of many images, as many rows as there is room for on the page.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels, without loss: for slides, documents and the web</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and text stay such, and can be edited; points and images are pixels</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For papers: a page of exactly this size, with fonts in it; points and images are pixels</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on screen</source>
        <extracomment>vaegui/ui/figures/dialog.py, vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window’s theme</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White ground and black text, whatever the window’s theme is</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}, {in_bytes}.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} kB</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the figure</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save figure: {title}</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual widths of a column or two in journals, and of a slide</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proportions as on screen</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The height follows the width</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text and width of lines against those on screen, where 100 % is 9 pt</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels to the inch of a PNG, and in SVG and PDF of points and images</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of saving</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} × {mm_2} mm</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images at {dpi} dpi</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.
So that everything fits, text is {shrunk:.0f} % of what was chosen; a larger figure has room for it.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save figure</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {width:g} in</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <extracomment>vaegui/ui/figures/dialog.py, vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <extracomment>vaegui/ui/figures/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vaegui: {panel}</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied “{title}”: {width} {times} {height} pixels.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no panel “{name}” that has a figure; choose one of {names}.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent map</source>
        <extracomment>vaegui/ui/figures/export.py, vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw in “{title}” yet: the panel says what to do first.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map was not drawn within a minute; nothing was written.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y figure</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save figure…</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map has no layer “{name}”; choose among {known}.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of this run has no layer “{name}”.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{panel}” was not measured within {seconds:.0f} minutes; nothing was drawn.</source>
        <extracomment>vaegui/ui/figures/export.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for the figure. Choose fewer dots per inch.</source>
        <extracomment>vaegui/ui/figures/images.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vaegui {version}</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” does not say what to draw: let its name end in .png, .svg or .pdf.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for {width:,} × {height:,} pixels. Choose fewer dots per inch.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text would be scaled by {font_scale:g}; choose 0.5 to 3 (50 % to 300 %).</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dpi} dpi are too few or too many; choose {dpis} to {dpis_2}.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no colours “{theme}”; choose “screen” or “print”.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure would have {millions:,.0f} million pixels, and at most {most_pixels:.0f} million are drawn. Choose fewer dots per inch, or a smaller size.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure was not saved as {path}: {in_words}. Nothing there was changed; choose another place.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure’s {name} would be {side:g} in; choose {least:g} to {most:g} in.</source>
        <extracomment>vaegui/ui/figures/style.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick runs in the list of runs (left) to compare them with the open one.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure compares the runs on the same test images, image by image.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same for all. ▲ better than all others by more than two standard errors of the paired difference. Nats are compared only between equal likelihoods.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per image</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the test images, in nats per image. Larger is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image. Neither more nor less is better by itself.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image. Smaller is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the reconstruction against the grey image. Larger is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what comes of the noisy image, against the clean one. Larger is better.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of test images</source>
        <extracomment>vaegui/ui/figures_panel.py, vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many test images to measure on. Four times as many halve the errors and take four times as long.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure all runs on the same test images</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop measuring; the table stays as it is</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the runs that are compared</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better{margin}, more than two standard errors</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ± standard error, {unit}</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} minus {names}, image by image</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run does not have it.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {in_words} {unit}</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nats of another likelihood than {names}’s: they are not compared.</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean difference of the same images ± its standard error</source>
        <extracomment>vaegui/ui/figures_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film of {height} pixels’ height cannot be made: choose 64 to 4,320.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film of {seconds:g} seconds cannot be made: choose 0.1 to 3,600.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film shows one thing: a walk through places, or the optimisation of one image’s q.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” has no map to walk on: its codes have {code_size} dimensions.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk leads from one place to another: name two places or more.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no path called “{kind}”: it can be {kinds}.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{dataset}” are other ones now than those “{run}” was trained on.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no test image {row:,}: they are numbered from 0 to {images:,}.</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{l_bar}{bar}| {remaining}</source>
        <extracomment>vaegui/ui/films/command.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame of the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film: {title}</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 (H.264): for slides and browsers</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF: loops, plays everywhere</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> per second</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} frames</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the film</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{height:,} × {height_2:,} pixels</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of file: a GIF is larger, and has 255 colours at most</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sizes show the same; a larger one has more pixels for it</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More frames move more smoothly; a GIF has at most 50 per second</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the beginning to the end, evenly</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme of the window, or a white ground for slides and print</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save film…</source>
        <extracomment>vaegui/ui/films/dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <extracomment>vaegui/ui/films/dialog.py, vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no path to film: set two pins on the map first (the path tool, W).</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is still being looked for: ask again in a moment.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training was watched since the program was started: train a model, and film it then or meanwhile.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training has only just begun: ask again in a moment.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only codes of two dimensions make a map to film; those of this training have {size}.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk along the path</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimisation of q</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting {count:,} frames…</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {sentence}</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are no longer there, so there is nothing to film.</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the best q…</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the film…</source>
        <extracomment>vaegui/ui/films/filming.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk along the path</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>vaegui/ui/films/scenes.py, vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimise q</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {name} to {name_2}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}{phase}
</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bound} {bound_2} nats/image (training)</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}
ELBO(q) = {elbo} nats
log p(x) = {log_p} nats
gap = KL(q ‖ p(z|x)) = {gap} nats</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{split} (nats/image)</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
rate {rate} · distortion {distortion} nats/image</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thin: training · thick: validation</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q ‖ p(z|x)) (nats)</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the encoder’s q</source>
        <extracomment>vaegui/ui/films/scenes.py, vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {index} of {gaps}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: a better place than the one the encoder’s q was drawn to</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} test images</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q on its way</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
colours: {title}, {low} (dark) to {high} (bright) {unit}</source>
        <extracomment>vaegui/ui/films/scenes.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} test images of {title_of} · {likelihood_in_words} · nats per image ± standard error · q* {value} Gaussian</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean rate {rate} = I(n; z) {information} (at most log N = {log}) + KL(q(z) ‖ p(z)) {divergence}; {hole:.0f} % of the prior’s mass is in holes (q &lt; p/10).</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open: open one from the list of runs (left), or train one.</source>
        <extracomment>vaegui/ui/gap_study.py, vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is being trained. Its gaps can be measured once it is saved.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model gives images no probability, so there is no gap.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact figures take codes of one or two dimensions.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: there is no q, and no gap.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrating…</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · residual at most {max}</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Some q(z|x) are narrower than the lattice that this was summed on.</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimising q of each image…</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a diagonal</source>
        <extracomment>vaegui/ui/gap_study.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure finds how far the ELBO of each test image is below its exact log p(x), and why.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many test images to measure; the first ones of the test set</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full covariance</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the best Gaussian of each image be correlated</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrate log p(x) of test images, and find the best Gaussian for each</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop measuring; what was measured before stays</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q ‖ p(z|x)), nats</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the gap</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images with the largest gaps</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of {gap:,} images have a gap of less than {middle} nats; the largest is {most} nats.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ELBO surgery of Hoffman and Johnson (2016): the mean rate is the first plus KL(q(z) ‖ p(z)), and only the second is lost for generating.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images have a gap of so many nats. Of each bar orange is what the encoder loses (amortisation), purple what a Gaussian loses (approximation), in proportion to their nats.</source>
        <extracomment>vaegui/ui/gaps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without latent variables there is no q, and nothing to draw.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An autoencoder’s code is a point (σ = 0): nothing is drawn, and there is no need of a trick.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: there is no q.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab needs the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an image first: drag the target over the codes, or click one in the strips.</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test image {row:,}{label}: ε ~ N(0, I) → z = μ + σ ⊙ ε (dots on the map) → p(x|z)</source>
        <extracomment>vaegui/ui/gradient_lab.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw takes samples of q(z|x) for the chosen image, and estimates the ELBO’s gradient.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples an estimate averages. At equal cost the score function gets {forward_passes} times as many, since it needs no backward pass through the decoder.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples K</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component of the gradient</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which derivative of the ELBO to look at, with respect to the encoder’s outputs</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract from each log p(x|z) the mean of the others: the score function’s mean stays, its variance falls.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw samples for the chosen image</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop drawing; what there is stays</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <extracomment>vaegui/ui/gradients_panel.py, vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws ε of the standard normal</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded samples</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The means of p(x|z) at z = μ + σ ⊙ ε for the first of the ε at the left</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K = {k}: a power of two</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, exactly {exact}</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means: {lines} with the trick (K = {compared}), {lines_2} without (K = {forward_passes}, equal cost){exact}.&lt;br&gt;&lt;b&gt;Variance × {variance_ratio}&lt;/b&gt; without the trick; of the gradient by all of φ × {whole_ratio}.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the trick</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of estimates with the trick</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score function</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of estimates without the trick</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reparametrization trick</source>
        <extracomment>vaegui/ui/gradients_panel.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score function estimator</source>
        <extracomment>vaegui/ui/gradients_panel.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂ELBO / ∂</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean {lines}, standard deviation {std}.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many estimates are how large; those beyond the plot are counted in its outermost bars.</source>
        <extracomment>vaegui/ui/gradients_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: nothing can be passed through it.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of this number of channels cannot be drawn.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no latent variables, and so no place for an image.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} image{value} {where}.{words}</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> More than {most} at a time are not kept: clear some under the pad first.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the pad</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · of the {near} nearest codes {counts} are “{classes}”</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distortion {distortion} nats/image · PSNR {decibels} dB</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open that could make anything of an image. Open one from the list of runs.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of {width}×{height} pixels and {channels} channels cannot be made of others.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no test image to put on the pad: see Reconstruct.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pad takes images of the open run only.</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your drawing</source>
        <extracomment>vaegui/ui/guests.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close these notes for good (Esc, when keys go here). Help → First steps brings them back</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note before</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next note</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <extracomment>vaegui/ui/help/callout.py, vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps, {number} of {count}: {title}</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>vaegui/ui/help/callout.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This panel is hidden now. View → Panels brings it back.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the target</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every point is the code of a test image. The decoder draws what belongs at the target: see the image at the right while you drag.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look behind the points</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the map’s layers. Press M, or choose Background → Manifold, and the whole map is tiled with what the decoder draws.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train: the Digits need no download. Map, curves and pictures follow while the model learns.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a model something</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each tab asks another question: Reconstruct, what survives the code; Denoise, whether noise can be undone; Bound, how far the bound is from the truth.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help is here</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide (F1) has pages on every panel, on words and on keys. Tooltips explain every term, and the (?) of a panel its formula.</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>vaegui/ui/help/first_steps.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>vaegui/ui/help/guide.py, vaegui/ui/help/pages.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide — vaegui</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pages that have these words (Ctrl+F); Enter goes to the next place on the page</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <extracomment>vaegui/ui/help/guide.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h1&gt;Keys&lt;/h1&gt;</source>
        <extracomment>vaegui/ui/help/keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;image…</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {name_of}, {width} × {height} pixels.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}, {width} × {height} pixels.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image was not saved as {path}: {in_words}. Nothing there was changed; choose another place.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image cannot be dragged out: {in_words}.</source>
        <extracomment>vaegui/ui/image_menu.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {current} of {rows}</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded image</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image {current} of {count}, row {row}, column {column}</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows of images: {headings}</source>
        <extracomment>vaegui/ui/image_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {value}{kind} with {count} images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {sizes} other sizes</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (of {looked_at:,} looked at)</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed}{more} pixels{of}, {colours}</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left out, and why</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into {path}…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read {count:,} images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images were read; {refusals} were left out (see the list). Nothing happened to the files.</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use {count} images</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping them for the next time…</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no labels</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with test images of its own</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without test images of its own</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images as they are</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images as the model gets them</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {refusals:,} more</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model gets them</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read them</source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} classes: </source>
        <extracomment>vaegui/ui/import_dialog.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in a file (*.zip *.npy *.npz *.gz *ubyte *.idx);;All files (*)</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of images</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of images: a zip, .npy, .npz or IDX</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that were trained on them keep the images that they were trained on only until these are read again.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading images…</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images:,} images are too many at a time: the first {most} were taken.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image, file or folder on the clipboard.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be opened.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {count} things were left out: one run, dataset or lesson is opened at a time.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was made here, of other images: {how}. There is nothing to read again.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Light paper was turned into a dark ground, which these images have.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
… and {problems} more</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paths} cannot be opened: {strerror}.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An import is under way: wait for it, or cancel it.</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted image</source>
        <extracomment>vaegui/ui/intake.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epochs_done:.4g}</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The save before it, of {epoch}, is whole. It can take the place of the damaged one, which is then removed.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vaegui ended unexpectedly the last time.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training was interrupted.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {more} more can be continued from the list of runs.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} “{run}” is saved up to epoch {epochs_done:.4g} of {total_epochs:,}.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go on from there as if nothing had happened.{others}</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{run}” has had its {total_epochs:,} epochs. For how many more?
They make a new run; this one stays as it is.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>vaegui/ui/keeping.py, vaegui/ui/train_panel.py, vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · read-only: it is open in another window, or being trained there</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · read-only: its folder may not be changed</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} No run was being trained; all that was saved is there.</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>vaegui/ui/keeping.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the target, or click anywhere. Wheel zooms, Shift+drag moves the view, double click resets.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pointer over the codes: the exact posterior p(z|x) of the image under it is outlined.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around codes to select their images; with Ctrl, add to the selection. A click clears it.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a rectangle over codes to select their images; with Ctrl, add to them. A click clears it.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from one place to another to walk between them. A click adds a pin; drag a pin to move it.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} {plural} within {reach:g}</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target at z = ({x}, {y}). {nearby}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code within {reach:g}: the decoder is on its own here</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers shown: {value}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes hidden: {hidden}.</source>
        <extracomment>vaegui/ui/latent_map.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map with everything about it</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <extracomment>vaegui/ui/layouts.py, vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form and the curves large, the map beside them</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of runs, two maps once two are ticked, and their figures</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;ach</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a projector: large text, dark lines on white, and only what a class looks at</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset this layout</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every panel where this layout has it at first</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <extracomment>vaegui/ui/layouts.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to any step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the author noted for whoever teaches this step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;again</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the window up for this step once more</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before (Alt+Left)</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step (Alt+Right)</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson; the window becomes what it was before</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {value:.0f} MB</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹ &amp;Back</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next ›</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point to a folder…</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no steps yet</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}: go to any step</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No steps</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the window up as it is to be seen, then choose &lt;i&gt;Add what is shown as a step&lt;/i&gt; in the menu Lessons. &lt;i&gt;Edit words…&lt;/i&gt; says what there is to see.</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Try:&lt;/b&gt; {as_html}</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson, step {number} of {count}: {title}</source>
        <extracomment>vaegui/ui/lessons/bar.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <extracomment>vaegui/ui/lessons/bar.py, vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the lesson</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paragraph. *Between asterisks* is emphasised.</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this step show what the window shows now; its words stay</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the step from the lesson (Del); Ctrl+Z brings it back</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>vaegui/ui/lessons/editor.py, vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete a step</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the step</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes of your own</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what is &amp;shown</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <extracomment>vaegui/ui/lessons/editor.py, vaegui/ui/undo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the words</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a step</source>
        <extracomment>vaegui/ui/lessons/editor.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step that the window shows</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of vaegui does not know what the step asks for: {unknown}.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running. A step shows a run that is saved: stop it, or wait for its end.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open, so there is nothing that a step could show. Open one first.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel “{name}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{run}” of this step is not shown.</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer “{name}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the colour “{colour}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stop “{stop}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tool “{tool}”</source>
        <extracomment>vaegui/ui/lessons/staging.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons (*{lesson});;All files (*)</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map works; the strips and figures need the images of {title_of}, which are not here yet.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs} run{value}</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add what is shown as a step</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit words…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map works; the strips and figures need the images of “{name}”, which are not here.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson “{title}” has changes that are not saved.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a file, or lose them?</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {found}</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a step</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added. “Edit words…” in the menu Lessons says what there is to see.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take what is shown</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}: {bytes:.1f} MB with {count}, to be mailed.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that somebody made: .vaelesson</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one: step by step, from what the window shows</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with the runs it needs, to be mailed</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the program: {states} steps</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running, and is not interrupted: the window stays as it is. When it is over, “Show again” sets the window up for this step.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training is over. “Show again” sets the window up for this step.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {states}</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · not saved</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the lesson…</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson is being saved: open the other one in a moment.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lesson called “{name}” comes with the program.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson is being opened: save this one in a moment.</source>
        <extracomment>vaegui/ui/lessons/teaching.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark on white</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light on black</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black on white, with thicker lines and larger points, for a bright room</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window takes its language when it is opened the next time.</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;The desktop’s</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <extracomment>vaegui/ui/looks.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: log p(x) = {log_p} nats; </source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s codes have {size} dimension{value}; the map can only draw two. Curves, samples, reconstruction and denoising work all the same.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its posterior is in one place</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its posterior is in {count} places</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, of which q leaves out {left:.0f} %</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent pixels have no latent variables, and so no map. Samples (right) shows what they generate.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Regions of 50, 90, 99 %</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; q at 1σ, 2σ</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}test image {row:,}</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The posterior needs the test images: see Reconstruct.</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. {hole_share:.0f} % of the prior’s mass is in holes (below 0.1)</source>
        <extracomment>vaegui/ui/map_driver.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the target, with Shift faster, with Control they move the view; plus and minus zoom, Home shows all. Enter goes to the nearest code, Page Down and Page Up to the next class. With the lasso, the box or the path tool, Space puts it down at the target, arrow keys draw, Enter ends it, and Escape gives up.</source>
        <extracomment>vaegui/ui/map_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnification √det JᵀJ: dark {low:.2g}, bright {high:.2g} (logarithmic)</source>
        <extracomment>vaegui/ui/map_layers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy H[p(x|z)] of a decoded image: dark {low:.0f}, bright {high:.0f} nats per image</source>
        <extracomment>vaegui/ui/map_layers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q(z) / p(z): white 1, red to {high:g} (codes), blue to {low:g} (holes: decoded, but never coded)</source>
        <extracomment>vaegui/ui/map_layers.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the target: the image at its place is decoded</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select images: draw around their codes (with Ctrl, add to the selection)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Box</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select images: drag a rectangle over their codes (with Ctrl, add to the selection)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ath</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk: drag from one place to another, click to set further pins, drag a pin to move it</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class has its own colour</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bright an image is: the mean of its pixels, from 0 (black) to 1 (white)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root of the mean squared difference between an image and the mean of p(x|z) at its code, on a scale where black is 0 and white is 1</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean code μ(x) of every test image.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifol&amp;d</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the decoder draws at each place: the mean of p(x|z) on a lattice.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magni&amp;fication</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the decoded image changes with z.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ggregate</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The density of the test images’ codes against the prior’s: from a hole, samples are decoded to what no image is coded as.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Entropy</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entropy of p(x|z) at each place.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rior</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles of 1, 2 and 3 σ, which hold 39.3, 86.5 and 98.9 % of its mass.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;osterior</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the image under the pointer, or else nearest to the target: regions that hold 50, 90 and 99 % of the exact posterior, under the ellipses (1σ, 2σ) of the encoder’s q(z|x).</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ull</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode the target, encode the image, decode that code, and so on: where does the model pull things to?</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;view</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How dense the codes of the test images are around each.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each image: dark codes are those that the model finds strange.</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull-back metric</source>
        <extracomment>vaegui/ui/map_switches.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aggregate posterior</source>
        <extracomment>vaegui/ui/map_switches.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all codes and the prior (Home, or a double click)</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each image was drawn with: its {name}</source>
        <extracomment>vaegui/ui/map_switches.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies behind the points</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the points stand for</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour by</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all classes</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour: {words}</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What there is no room for</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What there is no room for in this row</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;only “{words}”</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background: {shown}</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background: none</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class “{name}”</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;qt&gt;Show or hide class “{name}” (with Shift+Space, show no other)&lt;/qt&gt;</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the class; with Shift and Space, show no other</source>
        <extracomment>vaegui/ui/maps_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <extracomment>vaegui/ui/measure_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <extracomment>vaegui/ui/measure_row.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lecture</source>
        <extracomment>vaegui/ui/menus.py, vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le&amp;ssons</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the target: the image at its place is decoded</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step the target (with Shift, five times as far)</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, + and −</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag, middle drag, Ctrl+arrow keys</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the view</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, Page Down, Page Up</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map: go to the nearest code, to the next class and the one before</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, arrow keys, Enter</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the map, with lasso, box or path: put the tool down, draw with it, lift it</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click, Home</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all of the map</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl, Esc</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the lasso or the box: add to the selection; give up</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images to the map; folders, arrays, runs and lessons open as what they are</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B, E, X, [ and ], Del</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the pad: brush, eraser, single pixels, brush width, clear</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the strip of a path: one image back or forward, the first, the last</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, + and −, Home</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the curves: move what is shown, zoom, show all</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a class of the legend: show or hide it; show no other</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, Space</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the list of runs: open, compare; on a row of images: send the target to its code</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;folder of my runs</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;comparing</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo &amp;history</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste images or files</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find command…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a &amp;folder of images…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import images from a file…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zip of images, an array (.npy, .npz) or IDX files</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ink on paper</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw grey images dark on white</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About vaegui</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About vaegui</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;vaegui {version}&lt;/b&gt;&lt;br&gt;The desktop explorer of latent spaces.&lt;br&gt;&lt;br&gt;{versions}Your runs: {own_folder}&lt;br&gt;Datasets: {data_folder}</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and keep the run</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel and discard the run…</source>
        <extracomment>vaegui/ui/menus.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image; the title says which bound it is. The density of grey pixels may exceed 1, and its logarithm 0.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image: thin in training, solid on validation images.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a batch gained: after an E-step (left dot) the bound is log p(x); M-steps raise it with the responsibilities held (slope), the next E-step lifts it to the new log p(x) (right dot).</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic curve&amp;s</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis; a negative bound is then drawn as its opposite (L)</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;values as CSV</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each point of the curves: of training, of validation, of the runs compared</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of bound, rate and distortion</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves, from left to right. All are means over images, in nats per image: training thin, validation solid. The number is the last validation figure, the ring the best epoch; letters mark the validation curves of runs that are compared.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: the values of the curves, {count:,} rows.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline {sign}</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of EM steps</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best epoch is {best}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no curves yet.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the figures of the running training say, in words.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation of {letters}</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {value} nats per image, {whose}, epoch {points}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {letters}: {value}, validation, epoch {epoch}.</source>
        <extracomment>vaegui/ui/metrics_plot.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run, and tick others in the list of runs (left), to see how well they remove noise.</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise, σ in %</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>salt and pepper, % of pixels</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masking, % of pixels</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the noisy image</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {level} %: {said}.</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;nbsp;</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add each kind of noise to the test images at several levels, and remove it</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop measuring; the points so far stay</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR against {words}</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;span style=&quot;color:{run_colour}&quot;&gt;&lt;b&gt;{letter}&lt;/b&gt;&amp;nbsp;{unbroken}&lt;/span&gt;</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} {mean} dB</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here of what a run makes of noisy test images, against the clean ones; bars are ± two standard errors.&lt;br&gt;A run removes noise where its line is above the &lt;b&gt;dashed&lt;/b&gt; one, the noisy image itself. Without noise the image is itself, and its line leaves the plot at the top; the runs’ lines begin at their reconstruction of the clean image.&lt;br&gt;All runs meet the same noise: σ in per cent of the range from black to white, or the share of pixels hit.</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– – noisy image</source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> &amp;nbsp; </source>
        <extracomment>vaegui/ui/noise_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} — vaegui</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading PyTorch: the map answers in a moment…</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong at the start, so that nothing can be shown.</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading PyTorch</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading PyTorch…</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch could not be loaded: {error}</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first run could not be read: {error}</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window could not be set up: {error}</source>
        <extracomment>vaegui/ui/opening.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its code appears on the map</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one or with Shift. B: brush, E: eraser, X: single pixels. Square brackets change the width, Delete clears, Control and Z take a step back. With single pixels, arrow keys go from one to the next, Space sets it, and Shift and Space erase it.</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one or with Shift&lt;br&gt;&lt;b&gt;B&lt;/b&gt; brush, &lt;b&gt;E&lt;/b&gt; eraser, &lt;b&gt;X&lt;/b&gt; single pixels (also with arrow keys and Space)&lt;br&gt;&lt;b&gt;[&lt;/b&gt; and &lt;b&gt;]&lt;/b&gt; width, &lt;b&gt;Del&lt;/b&gt; clear, &lt;b&gt;Ctrl+Z&lt;/b&gt; undo</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show {title}</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear the pad</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of {shape} channels cannot be drawn</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pad holds {shape} uint8, not {shape_2} {dtype}</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink of {ink} values on a canvas of {shape} channels</source>
        <extracomment>vaegui/ui/pad.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do? Type any words of it, or its initials.</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be done now</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this window is called so. Try fewer letters.</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{command}” cannot be done now.</source>
        <extracomment>vaegui/ui/palette.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close this panel</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that has the focus; View, Panels brings it back</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conte&amp;xt menu</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with what has the focus</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No panel has the focus: F6 goes from one to the next.</source>
        <extracomment>vaegui/ui/panel_keys.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the path tool above the map (W) and drag from one place to another: the images on the way stand here. Near a code the pin takes its image, so that another run can walk between the same two.</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight line</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spherical: around the origin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortest in images</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images along the path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image {place} of {last}; codes nearby {near}</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pins of the path: drag to reorder, F2 to rename, Del to remove; Ctrl+Z takes it back</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>vaegui/ui/path_panel.py, vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a pin at the target</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all pins (Ctrl+Z takes it back)</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk along the path and back: the target moves, and the image with it</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fil&amp;m…</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a GIF or an MP4 of the walk: the map with the moving target, and the image</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position along the path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far along the path the target is</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many codes are nearby along the path: counted (solid), and as many as there would be if the codes were spread as the aggregate posterior q(z) is (dashed): N · area · q(z)</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes nearby along the path</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename a pin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reorder pins</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a pin</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of p(x|z) at equal steps along the path. Below each the number of codes nearby (0 is a hole in the data, where the decoder is on its own) and the density q(z). Click or drag to go along.</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;straight line&lt;/b&gt; between the pins&lt;br&gt;&lt;b&gt;spherical&lt;/b&gt; the angle and the distance from the origin change evenly: it stays where a Gaussian prior in many dimensions has its mass&lt;br&gt;&lt;b&gt;shortest in images&lt;/b&gt; a geodesic of the decoder’s pull-back metric</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove all pins</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test image {row:,} ({get})</source>
        <extracomment>vaegui/ui/path_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact posterior and q, enlarged</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Densities of the exact posterior and of q</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best Gaussian</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines hold 50, 90 and 99 % of the exact posterior.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exact posterior</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The density of {name} is highest at z = {z}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of {name} is ({x}, {y}), its standard deviations are {wide} and {high}.</source>
        <extracomment>vaegui/ui/posterior_view.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} test images · {name}</source>
        <extracomment>vaegui/ui/preview.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent &amp;datasets</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent lessons</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <extracomment>vaegui/ui/recent.py, vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it in the form that starts a training</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <extracomment>vaegui/ui/recent.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;images</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show other test images, here and in the denoising panel</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item} dB</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean PSNR {means}</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean of p(x|z) at the mean of q(z|x); below it the distortion −E&lt;sub&gt;q&lt;/sub&gt;[log p(x|z)] in nats, of the image as the model sees it</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconstruction minus image: blue below, white equal, red above (of colours, the difference of each colour, halved, with grey for equal); below it the peak signal-to-noise ratio (PSNR) of the reconstruction in dB, larger is better</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the mean over the test images that are shown.</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{nats} nats</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decibel} dB</source>
        <extracomment>vaegui/ui/reconstruction_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that they were imported from stay where they are, and can be imported again.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in the trash now. {way_back} brings it back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard training “{short}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename run “{short}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the images of “{name}” from vaegui?</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that were trained on them stay, but have no images to show: {named}. {what_is_lost}</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has other images now. {way_back} brings those before back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are in the trash now. {way_back} brings them back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is in the trash, but the system does not say where. Restore it from there.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” was moved or replaced by another program, and is left as it is.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were made here: {how}. The images that they were made of stay.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in the trash now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove run “{short}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved of “{folder}” is in the trash now. {way_back} brings it back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is back as “{folder}”, because another run has its name now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is being trained. Stop or cancel the training first.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace dataset “{short}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are back.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are back as “{folder}”, because others have their name now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of “{name}” are in the trash now.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove dataset “{short}”</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is open in another window, or being trained there.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” could not be moved to the trash, so it is still among your runs.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the images of “{name}” for good? {what_is_lost}</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} The images that had its name are in the trash, too.</source>
        <extracomment>vaegui/ui/removing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent by itself. Copy or save this, and send it to whoever looks after vaegui where you are, with a few words: what you did, what you expected, and what happened instead.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a problem</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at: {words}…</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What vaegui did, newest last. It stays on this machine.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No log could be written.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

The end of the log
{lines}
</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}

{details}

The end of the log
{last_lines}
</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the log yet.</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} &lt;a href=&quot;folder&quot;&gt;Show its folder&lt;/a&gt;</source>
        <extracomment>vaegui/ui/reporting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the test images, in nats per image. Compare only runs with the same likelihood.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <extracomment>vaegui/ui/runs_panel.py, vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ONNX models…</source>
        <extracomment>vaegui/ui/runs_panel.py, vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;TensorBoard logs…</source>
        <extracomment>vaegui/ui/runs_panel.py, vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a run to compare it with the open one.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times training went through all training images; “of” says that it was stopped before the end.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of model it is, and how it was fitted.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network between image and code, and the number of latent dimensions.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images it was trained on; figures are of their test images.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When its training began.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total_epochs}</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being trained, or the program ended while it was: Continue goes on from here.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was trained to its end.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped: Continue goes on from here.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured: training was cut off.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick runs to compare them with the open one.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the run to the trash (Del)</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run another name (F2)</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with its training: to the end, exactly as if it had never stopped; or, where it is finished, for more epochs, as a new run</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare with the open run</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as the tick (Space)</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue its training</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in the file manager</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy comman&amp;d</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line that trains the same run from a terminal</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py this row</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, figures and settings, with tabs between them</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no latent variables</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images:,} test images, nats per image</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contin&amp;ue</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes with the program or the lesson: it cannot be renamed or deleted</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: the command that trains this run.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: the row of “{words}”.</source>
        <extracomment>vaegui/ui/runs_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated images</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate ot&amp;hers</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other codes and decode them (G)</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate others</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dra&amp;w pixels</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show x ~ p(x|z), a draw of every pixel, in place of the mean of p(x|z)</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From N(0, I)</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw codes from N(0, I) in place of the density fitted to the autoencoder&apos;s codes: why it is no generator</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that the model generates. Click one to send the target to its code, where there is a map.</source>
        <extracomment>vaegui/ui/samples_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} of {of} test images</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} nats</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs an encoder.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images have no labels.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring all test images…</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrating log p(x)…</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstructing…</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select by {way}</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select images</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a probability p(x) and two dimensions.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are not in memory: see the panel Reconstruction.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} images are selected; they are not in memory.</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select nothing</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select a class</source>
        <extracomment>vaegui/ui/selecting.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected. Draw around codes with the lasso (S) or the box (B) above the map, or choose here.</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All test images of a class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst reconstructed</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images whose reconstruction by A has the lowest PSNR</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest gap</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images with the largest log p(x) − ELBO = KL(q(z|x) ‖ p(z|x)) under A: where the encoder&apos;s q is farthest from the exact posterior</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test order</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the test set has them</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class by class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst PSNR first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the PSNR of A&apos;s reconstruction, the worst first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest gap first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By log p(x) − ELBO under A, the largest first</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class to select</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class whose images are selected</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of images to select</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images are selected</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <extracomment>vaegui/ui/selection_panel.py, vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select these images, on all maps</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothin&amp;g</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the selection; Ctrl+Z brings it back</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the selected images, their labels and codes: CSV, NPZ or Parquet</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a dataset of these images, or without them, or give them another class</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected images</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which images to select</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dataset…</source>
        <extracomment>vaegui/ui/selection_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are not on this machine yet; the panel Reconstruct says how to get them.</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected. Draw around codes with the lasso (S) or the box (B), or choose in the panel Select.</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the map as a figure</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each panel&apos;s context menu has the same for what it shows</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figure of</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fil&amp;m of</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Selected images…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images, labels and codes: CSV, NPZ or Parquet</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New dataset…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the selected images, without them, or of the shown classes</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with the map and the decoder, for any browser, without a network</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder and decoder for other programs, checked against PyTorch</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves, images, and codes for its embedding projector</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PNG, SVG or PDF</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the &amp;{words}…</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As MP4 or GIF</source>
        <extracomment>vaegui/ui/sharing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of the dataset are not in memory: the panel Reconstruct (right) says why, and what to do.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is being trained. What it is worth can be measured once it is saved.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images have no labels, so there are no classes to tell apart.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before its encoder was trained: there is nothing for a classifier to start from.</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels} test images of {title_of}</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding noise…</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning…</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding principal components</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch:.0f} of {epochs}</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding with {contender}</source>
        <extracomment>vaegui/ui/studies.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Dataset&lt;/b&gt;&lt;br&gt;What the model learns. Digits come with the program, shapes are drawn on the fly; the button beside it adds images of your own.</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images of your own: a folder, or a file</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images of your own</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the lecture</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the form for one of the lecture&apos;s models</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this model; the map, the curves and the panels follow while it learns</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold training; everything else goes on</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End training now and keep the run</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End training now and discard the run</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: measuring the best epoch and saving the run…</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase}epoch {epoch} of {epochs:,} · training {name} {value}
{images_per_second} images/s · {duration} left</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was there before: there is nothing to discard. Stop keeps what was learned.</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved at epoch {epoch:.4g}: from there it can go on, whatever happens.</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting on {device}: {train_images:,} images, {validation_images:,} held out…</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Measuring the best epoch on the test images…</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip measurin&amp;g</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the run without figures; “vaegui evaluate” measures it later</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <extracomment>vaegui/ui/train_panel.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” could not be moved to the trash ({errorstring}); it is still there.</source>
        <extracomment>vaegui/ui/trash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” is no longer in the trash, so it cannot be brought back.</source>
        <extracomment>vaegui/ui/trash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be brought back from the trash: {in_words}. It is still in there, and the desktop’s file manager can restore it.</source>
        <extracomment>vaegui/ui/trash.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>vaegui/ui/undo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {as_label}</source>
        <extracomment>vaegui/ui/undo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {as_label}</source>
        <extracomment>vaegui/ui/undo.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close panel “{title}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panel “{title}” is closed. {way_back} brings it back.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset layout “{title}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose layout “{title}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill in the form for “{title}”</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove an image from outside</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {count} images from outside</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show only some classes</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all classes</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo history</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was at first</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a line, and everything is as it was right after that.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open run is shown alone. {way_back} compares as before.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is removed. {key} brings it back.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images are removed. {key} brings them back.</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop comparing</source>
        <extracomment>vaegui/ui/undoing.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letters}: {length} long in images{compared}; fewest codes within {reach:g}: {min}</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (straight {length})</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set a pin</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the shortest path…</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pin is removed. {way_back} brings it back.</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} pins are removed. {way_back} brings them back.</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a pin</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set pins</source>
        <extracomment>vaegui/ui/walking.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here with its sign turned, in nats per image.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image: it leads from −distortion down to the ELBO.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image: all that the ELBO lacks.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the best that a Gaussian q* can reach for this image alone, in nats per image.</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What log p(x) is made of</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In nats per image: {figures}</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amortisation gap</source>
        <extracomment>vaegui/ui/waterfall.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approximation gap</source>
        <extracomment>vaegui/ui/waterfall.py, the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q ‖ p(z|x))</source>
        <extracomment>vaegui/ui/waterfall.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruct</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoise</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few labels</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What trains. &lt;b&gt;compiled&lt;/b&gt;: the step has become a library made for this network and this processor, which computes the same faster. It is made while training goes on, once that turns out to take long.</source>
        <extracomment>vaegui/ui/window.py</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that is never observed, and that the model explains an image by.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z, or its mean μ(x)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the encoder puts an image: a Gaussian in latent space, whose mean is the image’s point on the map.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q_φ(z|x) = N(μ(x), diag σ²(x))</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that says of an image where its code is, and how sure it is of that.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p_θ(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that says of a code which images belong there: the mean of each pixel, and how sure it is.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prior</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(z) = N(0, I)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where codes are before an image is seen; samples are decoded from it.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likelihood</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How probable the decoder finds an image, pixel by pixel, once the code is known.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log ∫ p(z) p(x|z) dz</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the whole model says of an image, the marginal over all codes: exact here for up to two dimensions.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posterior</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(z|x) = p(z) p(x|z) / p(x)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the code of an image can be, by Bayes’ rule; exact here, since a plane can be summed over.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q(z|x)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q(z|x) ≈ p(z|x)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Gaussian that stands for the posterior, because in more dimensions nobody can compute that one.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q(z) = 1/N Σ q(z|xₙ)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the codes of all images are; the prior should look like it, and where it is far below p(z) is a hole.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifold</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{E[x|z] : z}</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images that the decoder can draw: a curved sheet among all possible images, laid out flat on the map.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nat</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−log p, natural logarithm</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit of information: 1 nat is 1.44 bits; figures here are summed over the pixels of an image.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q ‖ p) = ∫ q (log q − log p) ≥ 0</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extra nats it costs to describe what is from q as if it were from p: none only where they are the same.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(q(z|x) ‖ p(z))</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nats spent on saying where the code is, beyond what the prior already says.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distortion</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−E_q[log p(x|z)]</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nats spent on the pixels once the code is known.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELBO</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−(rate + distortion) = E_q[log p(x, z)] + H[q]</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence lower bound: never above log p(x), and larger is better.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distortion + β · rate</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training makes small; with β = 1 it is the negative ELBO.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β in distortion + β · rate</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a nat of rate costs in the loss: the larger, the less codes say and the closer they lie to the prior.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E[log 1/K Σ p(x, zₖ)/q(zₖ|x)], zₖ ~ q</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bound from K weighted samples, tighter than the ELBO: that itself for K = 1, and log p(x) as K grows.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) − ELBO = KL(q(z|x) ‖ p(z|x))</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the ELBO lacks: how far q is from the posterior.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELBO(q*) − ELBO(q_φ)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one encoder for all images loses against the best Gaussian q* for each.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the best Gaussian q* loses against the exact posterior.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one φ for all x</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One network answers for every image at once, in place of a search for the best q for each.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mutual information</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I(n; z) = mean rate − KL(q(z) ‖ p(z))</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much a code tells about which image it came from, log N nats at most.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed dimension</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q(z_d|x) ≈ p(z_d) for all x</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latent dimension that says nothing about the image: its rate is zero, and the decoder does without it.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = argmax Σ log p_θ(xₙ)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ML: the parameters that make the training images most probable.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = argmax log p(θ) + Σ log p_θ(xₙ)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum a posteriori: the same with a prior on the parameters, which counts less as there are more images.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EM</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-step, M-step, E-step, …</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectation-Maximization: raises the bound by turns in q and in θ; exact here, on a grid over the plane.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-step</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q(z) ← p(z|x)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The half of EM that sets q to the exact posterior of each image, so that the bound touches log p(x).</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M-step</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ ← argmax Σ E_q[log p_θ(x, z)]</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The half of EM that improves the decoder while q is held; here some gradient steps in place of the maximum.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>responsibility</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r ∝ w p(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the posterior that a grid node has; w is the prior mass that it stands for.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = μ + σ ⊙ ε, ε ~ N(0, I)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance is drawn apart from μ and σ, so that the gradient goes through the sample to both.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E_q[f(z) ∇_φ log q_φ(z|x)]</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of E_q[f(z)] without the trick: right on average, but with far more variance.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p(x) ≈ 1/K Σ p(x, zₖ)/q(zₖ|x), zₖ ~ q</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mean over samples from q, each weighted by how much rarer it is under q than it should be.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective sample size</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Σ wₖ)² / Σ wₖ²</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of K weighted samples really count: K where all weights are equal, 1 where one outweighs the others.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autoencoder</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x → z → x′</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder and decoder reproduce the image through its code, which is a point: no prior, no probability.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undercomplete</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D &lt; number of pixels</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said of a code with fewer numbers than the image has, so that the identity cannot simply be copied.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stacked</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x → h₁ → h₂ → z</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said of an autoencoder with several layers on each side; they may be pretrained greedily, one by one.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denoising</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy x → z → clean x</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said of a model that sees a noisy image and is asked for the clean one.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAE</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max Σ ELBO(xₙ) in θ and φ</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variational autoencoder: decoder and encoder are trained together on the ELBO.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binarisation</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x ~ Bernoulli(grey), or grey &gt; ½</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How grey pixels become on or off, as a Bernoulli likelihood has them: drawn anew, or by a threshold.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) = Σ log p(xᵢ)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model in which all pixels are independent: the least that any other has to beat.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G(z) = JᵀJ, J = ∂E[x|z]/∂z</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures steps on the map by how much the decoded image changes.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnification</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√det JᵀJ</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area of images that a small area of codes is decoded to: high where the image changes fast.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geodesic</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min ∫ ‖J(z) ż‖ dt</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortest path in images: on the map it goes around places where the decoded image changes fast.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H = −E[log p(x|z)], x ~ p(x|z)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How unsure the decoder is of the image at a place, summed over its pixels.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 log₁₀(1 / mean squared error)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearness of two pictures in decibel (dB): larger is nearer, and 10 dB more are a tenth of the squared error.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax(W z + b)</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier that parts classes by straight lines through their codes: it shows how plainly these tell them.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>informativeness</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean R² of the factors from z</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the factors that images were drawn from can be predicted from the code: 1 where it tells all.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disentanglement</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − entropy of R over factors</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 where each latent dimension tells of one factor only (Eastwood &amp; Williams 2018).</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completeness</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − entropy of R over dimensions</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 where each factor is told by one latent dimension only (Eastwood &amp; Williams 2018).</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DLVM</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p_θ(x) = ∫ p(z) p_θ(x|z) dz</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep latent-variable model: a latent-variable model whose p(x|z) is a network, such as a VAE’s decoder.</source>
        <extracomment>the glossary</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From autoencoder to VAE</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bottleneck of two numbers</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An autoencoder learns the *identity*, but everything has to pass through a code of two numbers. Each point of the map is the code of one test image, in the colour of its class; no label was used in training. At the right: test images, what comes back through their codes, and what was lost. What was lost is the *distortion*, in nats per image.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the target from the middle of one class to the middle of another. Where does the picture stop being a digit?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stack, pretrained layer by layer</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A *stacked* autoencoder has several layers on each side. This one was trained greedily: first one layer learned to reproduce the image, then the next one to reproduce the first, and so on; at the end all were tuned together. The curves below are in those phases. B is the autoencoder of the step before.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Figures (below the maps): is the deeper one better by more than two standard errors, which ▲ marks?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the clean image</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity is too easy a task. A *denoising* autoencoder sees an image with noise and is asked for the clean one: this one with 30 % of the pixels turned black or white. The arrows on the map run from the code of the clean image to that of the noisy one. Where they are short, noise hardly changes the answer.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the kind of noise to Gaussian, which it never met. Do the arrows grow? What does the line above the table say?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an autoencoder does not do</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture names two things that autoencoders do *not* do: interpolate naturally, and generate. Nothing told this one where codes should lie, so it has no prior to draw from, and nobody asked its decoder about the places between codes. The background shows what it draws there.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Samples, tick “From N(0, I)”: what does it draw where a VAE would draw digits?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code that is a cloud, and a prior</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A *variational* autoencoder&apos;s encoder answers with a distribution, q(z|x) = N(μ, σ²), the ellipses on the map; and codes pay for leaving the prior p(z) = N(0, I), the circles. The price is the *rate*, KL(q ‖ p) ≥ 0. With a Gaussian decoder of variance ½ for each pixel, distortion + rate is the lecture&apos;s loss (x − x̂)² + KL, up to a constant. So ELBO = −(rate + distortion).</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pointer over the points: for which images is the cloud wide, and what did the encoder have to say of them?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels that are on or off</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder is a *likelihood*, and it should suit the pixels: a Gaussian for grey values, a Bernoulli for pixels that are on or off. Here each grey value was the probability of being on, drawn anew each time. Nats of different likelihoods are never compared: a density of grey values and a probability of bits are not the same kind of number. The background is what the decoder draws at each place.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do 4 and 9 meet, and what lies between them? Drag the target along that border.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now it generates</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To generate is to read the model from left to right: first z ~ p(z), then x ~ p(x|z). Because codes paid for leaving the prior, a draw from the prior mostly lands where codes are. The background sets the density of all codes, q(z), against the prior: blue are *holes*, from which come images of no class.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press G for other samples and click the ugliest one: does the target land in a hole?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two images</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line on the map is not the shortest way *in images*: where the decoder changes fast, a step costs more. This path runs from a 0 to a 7 and is the shortest by the pull-back metric JᵀJ, with J the Jacobian of the decoded mean. Below each picture stands how many codes are nearby: a 0 is a hole.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the kind of path to a straight line. Which of the two crosses fewer pictures that are no digit?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How chance is trained through</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z is drawn at random, and one cannot differentiate through a draw. The *reparametrization trick* moves chance out of the way: ε ~ N(0, I) is drawn first, and z = μ + σ ⊙ ε is a deterministic function of μ and σ. The two histograms below estimate the same derivative at equal cost, with the trick and without it (score function). Both are right on average.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger is the variance without the trick? Tick “baseline”: does that close the gap?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your turn</source>
        <extracomment>1-from-autoencoder-to-vae.json, 3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form at the left is filled in for a VAE with a Bernoulli decoder. Choose *Digits 8×8*, which come with the program and train in seconds, and press Train: the points drift apart, the manifold follows, and the line above the curves says in words what moves. *From the lecture* fills in the other models of this lesson.</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set β to 4 and train again. What happens to the rate, to the map, and to the pictures?</source>
        <extracomment>1-from-autoencoder-to-vae.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bound and the truth</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model says of an image</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latent-variable model gives an image the probability p(x) = ∫ p(z) p(x|z) dz. With a network as decoder that integral is out of reach in general. In *two* dimensions it is a sum over the plane, and vaegui simply computes it: log p(x) in the panel Bound is exact. So is the posterior p(z|x), the blue regions that hold 50, 90 and 99 % of it.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the target over the map: for which images is the posterior small, and for which is it wide?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three sums, one identity</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log p(x) = ELBO + KL(q ‖ p(z|x)), for any q. Row by row in the panel: the distortion, the rate that leads down to the ELBO, and the divergence that leads up to log p(x). Each is a sum of its own, and the residual at the bottom says how well they agree. KL is never negative, so the ELBO is a *lower bound*; it is tight exactly where q is the posterior. For this 4 it nearly is.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an image whose gap is larger. Does its q (orange) miss the blue regions by place, by width or by shape?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder points to the wrong place</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a 2, and the encoder&apos;s q lies where the posterior is not: the gap is well over a hundred nats. The decoder could draw the image, as the exact posterior shows; the encoder never learned to find the place. One network has to answer for all images, and here it does so badly. That loss is called the *amortisation gap*.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Optimise q”: q leaves the encoder&apos;s answer and climbs to the best Gaussian for this image alone. Which of the two bars closes?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The posterior is no Gaussian</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The posterior of this 5 lies in *two* places, about half of it in each, and there is next to nothing between them. No Gaussian can have that shape: the best one settles for one place. What is lost then, even for the best Gaussian, is the *approximation gap*; with the half that is left out it is at least log 2 ≈ 0.69 nats.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press “Optimise q”. In which of the two places does it end, and is the approximation gap near log 2?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images at once</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much does one encoder for all images cost on the whole? The panel Gaps splits the gap of many test images into its two parts, and lists the worst ones first. It also splits the mean rate: what codes say about *which* image it is, I(n; z), and how far the cloud of all codes is from the prior.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Measure. Which of the two gaps is larger in the mean, and which one do the worst images have?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tighter bound is another model</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The importance-weighted bound averages K samples inside the logarithm, and rises towards log p(x) as K grows. This model was trained on it with K = 5. On the test images its ELBO is below the VAE&apos;s while its importance-weighted bound is above it: its q need not look like the posterior, as long as one of five samples hits. B is the VAE.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures (below the maps) measures both: which of the two has the better log p(x), and is the difference more than chance?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paying four times for the rate</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A β-VAE minimises distortion + β · rate. With β = 4 a nat of rate costs four, so the codes move together and say less: the rate falls and the distortion rises. What it maximises is still below log p(x), but farther from it than the ELBO, which the curves show and which weighs both by one. B is a VAE with β = 1 (a larger network that was trained for longer, so not all of the difference is β&apos;s).</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two maps and the curves of the rate. What was the rate that it gave up needed for?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the bound is silent</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ELBO is a mean over *data*. About a place where no image is coded it says nothing, and yet the prior draws from there. The background shows q(z) against p(z): blue are holes. KL(q(z) ‖ p(z)), a part of the mean rate that the panel Gaps measures, is the price that was paid for them.</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the target into the bluest place inside the 2σ circle. What is decoded there, and how many codes are nearby?</source>
        <extracomment>2-the-bound-and-the-truth.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EM in two dimensions</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simplest model of all</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before there is anything latent: every pixel on its own, p(x) = Π p(xᵢ). *Maximum likelihood* makes each pixel as probable as it was in the data, in closed form; *MAP* adds a prior worth a few imaginary images, so that no pixel is ever impossible. What the model says of test images, log p(x) in nats per image, is the dashed baseline in all curves.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Samples: each pixel is right on average. What is missing all the same?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unseen</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A *latent variable* z says what pixels have in common: p(x) = ∫ p(z) p(x|z) dz. The prior is the circles; the decoder, a network, draws an image for each z. Maximum likelihood now has to make log of a *sum* large, for each image, without knowing which z it came from. That is what EM is for.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the target: this decoder was never trained with an encoder beside it. Can you tell?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-step: who could have drawn this?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At fixed θ, the *E-step* sets q to the posterior p(z|x) of each image. For networks that is called intractable; with two dimensions it is a sum over a grid. The dots are the nodes of the grid, as large as their *responsibility* r ∝ w p(x|z) for this image. This 0 could have come from two places, with about equal probability.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the target from class to class: how many nodes share the responsibility for an image?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M-step: draw it better</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At fixed q, the *M-step* raises Σ ELBO in θ: a few steps of gradient ascent on the decoder, each image weighted by its responsibilities. The bound rises in the M-step; the next E-step makes q the posterior again, and bound and log p(x) touch. Neither step can make log p(x) fall, as far as the steps of the M-step are small enough.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the curves below, compare the first plot with the baseline: after how many epochs is most of the way done?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder, at the end</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EM needs no encoder: it computes each posterior. A VAE *amortises*: one network predicts it. Here the encoder was fitted last, to the finished decoder. The decoder is better than the VAE&apos;s (B): log p(x) is −120.5 against −124.5 nats per image. But its posteriors were never asked to look like something that a Gaussian encoder can say, and its ELBO is far below.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures measures both on the same images. Which model would you rather generate with, and which would you rather encode with?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not always?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid of 40 nodes along each of D dimensions has 40ᴰ nodes: 1,600 in two dimensions, over ten million billion in ten. And the E-step has to visit them for *each* image, in each round. Amortised inference replaces all of it by one pass through a network, and pays with the gap that the lesson “The bound and the truth” measures.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the panel Bound, compare log p(x) from the grid with the estimate from importance samples of q. Where do they disagree?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form at the left is filled in for EM. Choose *Digits 8×8*, and Train. The first plot shows the bound rise in M-steps and touch log p(x) at E-steps; the points are exact posterior means, and with the layer Posterior the responsibilities of one image follow the training live. At the end, *amortise* fits the encoder.</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower “M-steps M” to 1 and train again: does log p(x) rise faster or slower per epoch, and per second?</source>
        <extracomment>3-em-in-two-dimensions.json</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
