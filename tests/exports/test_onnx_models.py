import errno
import shutil
import subprocess
import sys

import numpy as np
import onnx
import onnxruntime
import pytest
import scipy.special
import torch
from sealing import reseal
from small_models import LIKELIHOODS, build, run_through

from vaegui import runs, tensors
from vaegui.data import fixed_thresholds, observe
from vaegui.exports import onnx_graphs, onnx_models
from vaegui.settings import UserError, as_dict
from vaegui.steps import finish


@pytest.fixture
def stored(trained_folder, tmp_path):
    """Have a model as a run on disk."""

    def store(model, **changes):
        folder = shutil.copytree(trained_folder, tmp_path / "stored")
        for name in ("codes.safetensors", "state.safetensors"):
            (folder / name).unlink(missing_ok=True)
        (folder / "weights.safetensors").write_bytes(tensors.pack(model.state_dict()))
        reseal(folder, model=as_dict(model.config), image_shape=list(model.image_shape), **changes)
        return runs.load(folder)

    return store


def answers(path, **given):
    """What ONNX Runtime computes, by the outputs' names."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, given), strict=True))


def described(path):
    """Names and shapes of what a file takes and gives, and its metadata."""
    model = onnx.load(path)

    def shapes(values):
        return {v.name: [d.dim_param or d.dim_value for d in v.type.tensor_type.shape.dim] for v in values}

    return shapes(model.graph.input), shapes(model.graph.output), {p.key: p.value for p in model.metadata_props}


def codes(size, count):
    """Codes as a prior draws them, and some that lie far out."""
    z = np.random.default_rng(3).standard_normal((count, size)).astype(np.float32)
    z[::5] *= 4
    return z


def mean_of_a_continuous_bernoulli(logit):
    """∫ x e^(λx) dx / ∫ e^(λx) dx over [0, 1], by Gauss–Legendre."""
    nodes, weights = np.polynomial.legendre.leggauss(48)
    x = (nodes + 1) / 2
    density = weights * np.exp(logit[..., None] * (x - 0.5))
    return (density * x).sum(-1) / density.sum(-1)


def expected(model, z):
    """Mean and deviation of each pixel, from the decoder's last layer in double precision, by the formulas."""
    out = model.decoder.double()(torch.from_numpy(z).double()).numpy().reshape(len(z), -1, *model.image_shape[1:])
    model.float()
    kind = model.config.likelihood
    squash = scipy.special.expit if model.config.output == "sigmoid" else np.asarray
    if kind == "bernoulli":
        return {"mean": scipy.special.expit(out)}
    if kind == "continuous-bernoulli":
        return {"mean": mean_of_a_continuous_bernoulli(15 * np.tanh(out / 15))}
    if kind == "gaussian":
        return {"mean": squash(out), "stddev": np.full_like(out, np.sqrt(model.config.variance))}
    mean, raw = np.split(out, 2, 1)
    return {"mean": squash(mean), "stddev": np.sqrt(1e-3 + np.logaddexp(0, raw))}


MODELS = {
    **{kind: {"likelihood": kind} for kind in LIKELIHOODS},
    **{
        f"{kind}-linear": {"likelihood": kind, "output": "linear", "variance": 0.04}
        for kind in ("gaussian", "gaussian-learned")
    },
    **{
        f"conv-{kind}": {"likelihood": kind, "architecture": "conv", "hidden": (4, 6), "shape": (3, 7, 5)}
        for kind in LIKELIHOODS
    },
    **{name: {"activation": name, "hidden": (16, 12)} for name in ("gelu", "relu", "silu", "tanh")},
    "conv-silu": {"activation": "silu", "architecture": "conv", "hidden": (5,), "shape": (1, 9, 6)},
    "no-layers": {"hidden": ()},
    "conv-no-layers": {"hidden": (), "architecture": "conv"},
    "1-d": {"latent_size": 1},
    "7-d": {"latent_size": 7, "hidden": (9,)},
    "autoencoder": {"family": "autoencoder", "likelihood": "gaussian"},
    "conv-autoencoder": {"family": "autoencoder", "architecture": "conv", "latent_size": 3, "shape": (1, 5, 5)},
    "em": {"family": "em"},
}


@pytest.mark.parametrize("name", MODELS)
def test_the_files_compute_what_the_model_does(stored, tmp_path, name):
    model = build(**MODELS[name])
    run = stored(model)
    shares, written = run_through(onnx_models.export(run, tmp_path / "new" / "out"))
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    size = model.config.latent_size
    outputs = {"code"} if model.config.family == "autoencoder" else {"mean", "stddev"}
    given, told, _ = described(written.encoder)
    assert given == {"x": ["batch", *model.image_shape]}
    assert told == {output: ["batch", size] for output in outputs}
    given, told, _ = described(written.decoder)
    assert given == {"z": ["batch", size]}
    is_gaussian = model.config.likelihood.startswith("gaussian")
    assert told == {output: ["batch", *model.image_shape] for output in ["mean", "stddev"][: 1 + is_gaussian]}
    for count in (1, 3, 40):
        z = codes(size, count)
        found, wanted = answers(written.decoder, z=z), expected(model, z)
        assert found.keys() == wanted.keys()
        for output, value in wanted.items():
            assert found[output].dtype == np.float32
            np.testing.assert_allclose(found[output], value, rtol=1e-5, atol=1e-5)
        x = torch.rand(count, *model.image_shape, generator=torch.Generator().manual_seed(count))
        q = model.encode(x)
        found = answers(written.encoder, x=x.numpy())
        wanted = {"code": q.mean, "mean": q.mean, "stddev": q.stddev}
        assert found.keys() == outputs
        for output, value in found.items():
            np.testing.assert_allclose(value, wanted[output].numpy(), rtol=1e-5, atol=1e-5)
    names = {f"encoder {output}" for output in outputs} | {f"decoder {output}" for output in told}
    assert {output for output, _ in written.differences} == names
    assert all(0 <= value <= 1e-5 for _, value in written.differences)
    assert written.bytes == written.encoder.stat().st_size + written.decoder.stat().st_size
    assert {path.name for path in written.folder.iterdir()} == {"encoder.onnx", "decoder.onnx"}


@pytest.mark.parametrize("name", ["mnist-vae-2d", "mnist-gaussian-learned-2d", "mnist-em-2d", "mnist-ae-2d"])
def test_a_shipped_run_answers_real_digits_as_in_the_window(mnist, tmp_path, name):
    run = runs.load(name)
    written = finish(onnx_models.export(run, tmp_path / "out"))
    pixels = mnist.test.pixels[:64]
    x = observe(pixels, run.config.model.observed_as, fixed_thresholds(pixels.shape))
    q = run.model.encode(x)
    found = answers(written.encoder, x=x.numpy())
    np.testing.assert_allclose(found.get("mean", found.get("code")), q.mean.numpy(), rtol=0, atol=1e-5)
    z = q.mean
    p = run.model.decode(z)
    found = answers(written.decoder, z=z.numpy())
    np.testing.assert_allclose(found["mean"], p.mean.numpy(), rtol=0, atol=1e-5)
    if "stddev" in found:
        np.testing.assert_allclose(found["stddev"], p.stddev.numpy(), rtol=0, atol=1e-5)


@pytest.mark.parametrize(
    ("binarisation", "words"),
    [("none", "grey values in"), ("threshold", "pixel / 255 > 1/2"), ("dynamic", "drawn anew")],
)
def test_the_files_say_what_they_are_and_what_they_expect(stored, tmp_path, binarisation, words):
    run = stored(build(binarisation=binarisation))
    written = finish(onnx_models.export(run, tmp_path / "out"))
    _, _, encoder = described(written.encoder)
    _, _, decoder = described(written.decoder)
    assert words in encoder["input"]
    assert "prior N(0, I)" in decoder["input"]
    for told in (encoder, decoder):
        assert told["run"] == "stored"
        assert told["family"] == run.config.model.family
        assert told["likelihood"] == run.config.model.likelihood
        assert told["binarisation"] == binarisation
        assert told["weights_sha256"] == run.config.files["weights"].sha256
    model = onnx.load(written.encoder)
    assert (model.producer_name, model.opset_import[0].version) == ("vaegui", written.opset)
    assert str(written.folder) in written.sentence


def test_independent_pixels_have_nothing_to_write(tmp_path):
    with pytest.raises(UserError, match="no latent space"):
        finish(onnx_models.export(runs.load("mnist-pixels"), tmp_path / "out"))
    assert not list(tmp_path.iterdir())


def stop_in(folder, phase):
    """Have training been stopped in a phase."""
    header, row, *_ = (folder / "metrics.csv").read_text().splitlines()
    values = dict(zip(header.split(","), row.split(","), strict=True)) | {"phase": phase}
    (folder / "metrics.csv").write_text(",".join(values) + "\n" + ",".join(values.values()) + "\n")
    reseal(folder)
    return runs.load(folder)


def test_an_encoder_that_was_not_trained_is_left_out_and_said_to_be(stored, tmp_path):
    run = stop_in(stored(build(family="em")).folder, "EM")
    assert not run.has_encoder
    written = finish(onnx_models.export(run, tmp_path / "out"))
    assert written.encoder is None
    assert [path.name for path in written.folder.iterdir()] == ["decoder.onnx"]
    assert "left out" in written.sentence


def test_a_stack_that_is_half_random_is_refused(stored, tmp_path):
    run = stop_in(stored(build(family="autoencoder", hidden=(8, 4))).folder, "layer 1 of 3")
    with pytest.raises(UserError, match="stopped in “layer 1 of 3”"):
        finish(onnx_models.export(run, tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_as_it_is(run, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    finish(onnx_models.export(run, out))
    before = {path: path.read_bytes() for path in out.iterdir()}
    assert len(before) == 2
    with pytest.raises(UserError, match="has something in it"):
        finish(onnx_models.export(run, out))
    assert {path: path.read_bytes() for path in out.iterdir()} == before
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="is there already"):
        finish(onnx_models.export(run, tmp_path / "file"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("LOG_VARIANCE_LIMIT", 10.01), ("CONTINUOUS_LOGIT_LIMIT", 15.1), ("SMALLEST_PIXEL_VARIANCE", 1.1e-3)],
)
def test_a_file_that_is_off_is_not_kept(stored, tmp_path, monkeypatch, name, value):
    kind = "continuous-bernoulli" if name.startswith("CONT") else "gaussian-learned"
    run = stored(build(likelihood=kind, scale=4.0))
    before = set(tmp_path.iterdir())
    monkeypatch.setattr(onnx_graphs, name, value)
    with pytest.raises(UserError, match=r"is off from PyTorch's by .* Nothing was written"):
        finish(onnx_models.export(run, tmp_path / "out"))
    assert set(tmp_path.iterdir()) == before


def test_a_graph_that_onnx_does_not_take_is_not_kept(run, tmp_path, monkeypatch):
    monkeypatch.setattr(onnx_graphs, "IR_VERSION", 99)
    with pytest.raises(UserError, match=r"did not take encoder\.onnx.*Nothing was written"):
        finish(onnx_models.export(run, tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_where_single_precision_costs_more_that_is_let_pass_and_told(stored, tmp_path):
    run = stored(build(likelihood="gaussian", hidden=(64, 64, 64), scale=30.0, shape=(1, 8, 8)))
    written = finish(onnx_models.export(run, tmp_path / "out"))
    assert max(value for _, value in written.differences) > 1e-5


def test_weights_that_no_onnx_file_holds_are_refused(run, tmp_path, monkeypatch):
    monkeypatch.setattr(onnx_models, "MOST_BYTES", (1 << 20) + 1000)
    with pytest.raises(UserError, match="is the most that an ONNX file holds"):
        finish(onnx_models.export(run, tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_what_is_given_up_or_refused_by_the_disk_leaves_nothing(run, tmp_path, monkeypatch):
    before = set(tmp_path.rglob("*"))
    steps, _ = run_through(onnx_models.export(run, tmp_path / "whole"))
    shutil.rmtree(tmp_path / "whole")
    for stop in range(1, len(steps) + 1):
        export = onnx_models.export(run, tmp_path / "a" / "out")
        for _ in range(stop):
            next(export)
        export.close()
        assert set(tmp_path.rglob("*")) == before
    with monkeypatch.context() as patch:
        full = OSError(errno.ENOSPC, "No space left on device")

        def refuse(*_):
            raise full

        patch.setattr("os.fsync", refuse)
        with pytest.raises(UserError, match="the disk is full"):
            finish(onnx_models.export(run, tmp_path / "out"))
    assert set(tmp_path.rglob("*")) == before
    finish(onnx_models.export(run, tmp_path / "out"))
    assert (tmp_path / "out" / "decoder.onnx").is_file()


def test_nothing_is_printed_and_no_compiler_is_imported(run, tmp_path):
    child = (
        "import sys, pathlib\n"
        "from vaegui import runs, steps\n"
        "from vaegui.exports import onnx_models\n"
        "steps.finish(onnx_models.export(runs.load(sys.argv[1]), pathlib.Path(sys.argv[2])))\n"
        "assert not {'torch._dynamo', 'torch.onnx._internal', 'onnxscript'} & set(sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", child, str(run.folder), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
