"""The geometry a decoder gives its latent space: pull-back metric G(z) = J(z)ᵀJ(z), lengths and paths.

J is the Jacobian of the mean image of p(x|z) with respect to z, so that lengths are Euclidean distances between images,
in units of a pixel's range (Arvanitidis, Hansen & Hauberg 2018, "Latent space oddity"; Shao, Kumar & Fletcher 2018,
"The Riemannian geometry of deep generative models"). The metric here is that of the mean alone: what a decoder says
about its uncertainty, σ²(z), has no part in it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Generator, Iterable, Iterator

import numpy as np
import torch
from torch import Tensor
from torch.distributions import ContinuousBernoulli

from vaegui.models import Model

# From codes (B, D) to anything (B, ...), differentiable, each row of the result depending on its own code only.
Decoder = Callable[[Tensor], Tensor]

BLOCK = 512  # rows, or rows times tangents, that go through the decoder at a time
SEGMENTS = 96  # of a path while it is being shortened; with too few of them, segments jump over what lies between
ROUNDS = 4  # of so many steps each; a round is how long one waits for a cancellation
STEPS = 20
FINEST = 256  # the pieces in which a path is measured, at least
LATTICE = 24  # cells between two pins; the lattice reaches half as far beyond them, and as far to either side
NEIGHBOURS = (
    (0, 1),
    (1, 0),
    (1, 1),
    (1, -1),
    (1, 2),
    (1, -2),
    (2, 1),
    (2, -1),
)  # (rows, columns); 16 with the way back
ENOUGH = 1e-5  # the share of its energy that a path still loses in the last step
CLEARLY = 1e-4  # a shortest path is to be shorter than the straight line by this share, which is more than rounding


def mean_decoder(model: Model) -> Decoder:
    """Return the decoder whose geometry this is: from codes (B, D) to the means of p(x|z), (B, C, H, W)."""
    dtype = next(model.parameters()).dtype

    def decoder(z: Tensor) -> Tensor:
        pixel = model.decode(z.to(dtype)).base_dist
        if isinstance(pixel, ContinuousBernoulli):
            # Next to p = ½ torch's mean is a difference of large numbers, and in single precision its slope is noise.
            pixel = ContinuousBernoulli(logits=pixel.logits.double(), validate_args=False)
        mean: Tensor = pixel.mean
        return mean

    return decoder


# The metric


def metric(decoder: Decoder, z: Tensor) -> Tensor:
    """The pull-back metric G(z) = JᵀJ, (..., D, D), at codes (..., D)."""
    return _gram(decoder, z).to(z.dtype)


def magnification(decoder: Decoder, z: Tensor) -> Tensor:
    """√det G (...,) at codes (..., D): how much area (volume) of images a unit of latent area (volume) makes.

    It is 0 where the decoder is flat in some direction.
    """
    area: Tensor = torch.linalg.det(_gram(decoder, z)).clamp(min=0).sqrt()
    return area.to(z.dtype)


def _gram(decoder: Decoder, z: Tensor) -> Tensor:
    size = z.shape[-1]
    axes = torch.eye(size, dtype=z.dtype, device=z.device)
    parts = []
    for block in z.reshape(z.shape[:-1].numel(), size).split(max(1, BLOCK // size)):
        # In double, because the determinant of an almost singular G is a difference of almost equal numbers.
        transposed = torch.stack(list(_derivatives(decoder, block, axes)), dim=1).double()  # (B, D, CHW)
        parts.append(transposed @ transposed.mT)
    return torch.cat(parts).reshape(*z.shape, size)


def _derivatives(decoder: Decoder, z: Tensor, directions: Iterable[Tensor]) -> Iterator[Tensor]:
    """Yield J(z) · v, (B, CHW), at codes z (B, D) for each direction v, (D,) or (B, D).

    The derivative of uᵀJ by u, along v. torch.func.jvp does it no faster, and takes seconds to load when first called.
    """
    with torch.enable_grad():
        z = z.detach().requires_grad_()
        images = decoder(z).flatten(1)
        u = torch.zeros_like(images, requires_grad=True)
        (product,) = torch.autograd.grad((u * images).sum(), z, create_graph=True, materialize_grads=True)
    for v in directions:
        with torch.enable_grad():
            along = (v * product).sum()
        if along.requires_grad:
            (derivative,) = torch.autograd.grad(along, u, retain_graph=True, materialize_grads=True)
            yield derivative
        else:
            yield torch.zeros_like(images)


@torch.no_grad()
def segment_lengths(decoder: Decoder, path: Tensor) -> Tensor:
    """The length of each segment (T − 1,) of a path (T, D) under G: ∫ ‖J(z) dz‖ along it.

    By the midpoint rule on equal pieces of each segment, the more the fewer segments there are.
    """
    pieces = max(4, math.ceil(FINEST / max(1, len(path) - 1)))
    start, step = path[:-1].detach(), path.detach().diff(dim=0) / pieces  # (T − 1, D)
    share = torch.arange(pieces, dtype=path.dtype, device=path.device) + 0.5
    middle = (start.unsqueeze(1) + share[:, None] * step.unsqueeze(1)).flatten(0, 1)
    direction = step.repeat_interleave(pieces, dim=0)
    blocks = zip(middle.split(BLOCK), direction.split(BLOCK), strict=True)
    lengths = torch.cat([next(_derivatives(decoder, z, [dz])).double().norm(dim=1) for z, dz in blocks])
    return lengths.reshape(-1, pieces).sum(1).to(path.dtype)


# Paths


def straight(pins: Tensor, count: int) -> Tensor:
    """Points (count, D), equally spaced in latent length, of the polyline through pins (P, D); pins may coincide."""
    return _resample(pins, pins.diff(dim=0).norm(dim=1), count)


def spherical(pins: Tensor, count: int) -> Tensor:
    """Points (count, D) of the path that turns about the origin from each of the pins (P, D) to the next.

    sin((1 − t)ω)/sin ω · a + sin(tω)/sin ω · b from a to b, with ω the angle between them (Shoemake 1985; White 2016);
    the straight line where that names no way: at an angle of 0 or π, or with a pin at the origin. Each piece gets
    points as it is long, equally spaced in t.
    """
    if len(pins) == 1:
        return pins.repeat(count, 1)
    start, end = pins[:-1].double(), pins[1:].double()
    share = torch.linspace(0, 1, FINEST + 1, dtype=torch.double, device=pins.device)[:, None, None]
    lengths = _slerp(start, end, share).diff(dim=0).norm(dim=2).sum(0)  # (P − 1,)
    piece, share = _places(lengths, count)
    path = _slerp(start[piece], end[piece], share.unsqueeze(1)).to(pins.dtype)
    return _pinned(path, pins)


def _slerp(a: Tensor, b: Tensor, t: Tensor) -> Tensor:
    cosine = torch.nn.functional.cosine_similarity(a, b, dim=-1).clamp(-1, 1)
    angle = cosine.acos().unsqueeze(-1)
    lengths = torch.minimum(a.norm(dim=-1), b.norm(dim=-1)).unsqueeze(-1)
    turns = (angle.sin() > 1e-5) & (lengths > 0)
    angle = torch.where(turns, angle, 1.0)
    turned = (((1 - t) * angle).sin() * a + (t * angle).sin() * b) / angle.sin()
    return torch.where(turns, turned, a + t * (b - a))


def _resample(path: Tensor, lengths: Tensor, count: int) -> Tensor:
    """Points (count, D) at equal shares of a polyline (T, D) whose segments have the given lengths (T − 1,)."""
    if len(path) == 1:
        return path.repeat(count, 1)
    piece, share = _places(lengths, count)
    points = torch.lerp(path[piece].double(), path[piece + 1].double(), share.unsqueeze(1))
    return _pinned(points.to(path.dtype), path)


def _places(lengths: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Where equal shares of a total end: in which of its pieces (count,), and at which share of that (count,)."""
    ends = torch.nn.functional.pad(lengths.double().cumsum(0), (1, 0))
    at = torch.linspace(0, 1, count, dtype=torch.double, device=lengths.device) * ends[-1]
    piece = torch.searchsorted(ends[1:], at).clamp(max=len(lengths) - 1)
    size = lengths[piece].double()
    return piece, torch.where(size > 0, (at - ends[piece]) / size, 0.0).clamp(0, 1)


def _pinned(path: Tensor, pins: Tensor) -> Tensor:
    path[-1], path[0] = pins[-1], pins[0]
    return path


# Shortest paths


def shortest(decoder: Decoder, pins: Tensor, count: int) -> Generator[float, None, Tensor]:
    """Find the shortest path under G through pins (P, D): points (count, D), equally spaced in *image* length.

    From each pin to the next it starts from the straight line and, in a plane, from the shortest way through a lattice
    around the two, lets both pull themselves tight, and takes the shorter one. What it finds is a local minimum, never
    longer than the straight line. Where images do not change at all, latent length takes the place of image length.
    Yields the share done; neither the model nor the gradients of its parameters change.
    """
    pins = pins.detach()
    path = pins[:1]
    for number, (a, b) in enumerate(itertools.pairwise(pins)):
        if torch.equal(a, b):
            continue
        best = straight(torch.stack((a, b)), SEGMENTS + 1)
        least = float(segment_lengths(decoder, best).sum()) * (1 - CLEARLY)
        starts = [best] if least > 0 else []  # where nothing changes on the way, there is nothing to shorten
        if starts and len(a) == 2:
            starts.append(_through_lattice(decoder, a, b))
        for candidate, start in enumerate(starts):
            for done, tightened in enumerate(_tighten(decoder, start)):
                yield (number + (candidate + done / ROUNDS) / len(starts)) / (len(pins) - 1)
                length = float(segment_lengths(decoder, tightened).sum())
                if length < least:
                    best, least = tightened, length
        path = torch.cat((path, best[1:]))
    yield 1.0
    return _evenly(decoder, path, count)


def _evenly(decoder: Decoder, path: Tensor, count: int) -> Tensor:
    if len(path) == 1:
        return path.repeat(count, 1)
    parts = 8  # speed varies within a segment, too
    share = torch.arange(parts, dtype=path.dtype, device=path.device)[:, None] / parts
    fine = (path[:-1, None] + share * path.diff(dim=0)[:, None]).flatten(0, 1)
    fine = torch.cat((fine, path[-1:]))
    lengths = segment_lengths(decoder, fine)
    return _resample(fine, lengths, count) if lengths.sum() > 0 else straight(path, count)


def _tighten(decoder: Decoder, path: Tensor) -> Iterator[Tensor]:
    """Yield a path (T, D) with its ends, ever shorter, minimising its energy Σ ‖μ(zᵢ₊₁) − μ(zᵢ)‖².

    A path of least energy is a shortest path walked at constant speed. The distances are those of the images at the
    ends of segments, as in Shao et al. (2018): a step over a narrow wall between two flat places costs what it changes,
    which the Jacobian in the middle of the step would not know.
    """
    from scipy.optimize import minimize

    # In these coordinates the energy of a chain under a constant metric is as steep in one direction as in any other.
    inner = len(path) - 2
    chain = 2 * np.eye(inner) - np.eye(inner, k=1) - np.eye(inner, k=-1)
    stiffness, modes = np.linalg.eigh(chain)
    basis = torch.from_numpy(modes / np.sqrt(stiffness)).to(path)

    def moved(change: Tensor) -> Tensor:
        return torch.cat((path[:1], path[1:-1] + basis @ change, path[-1:]))

    def energy(flat: np.ndarray) -> tuple[float, np.ndarray]:
        change = torch.from_numpy(flat).to(path).reshape(inner, -1).requires_grad_()
        with torch.enable_grad():
            value = decoder(moved(change)).flatten(1).diff(dim=0).square().sum()
        # Not backward(), which would leave gradients in the model.
        (slope,) = torch.autograd.grad(value, change, materialize_grads=True)
        return float(value.detach()) / scale, slope.double().cpu().numpy().ravel() / scale

    options = {"maxiter": STEPS, "maxcor": STEPS, "ftol": ENOUGH}
    flat, scale = np.zeros(path[1:-1].numel()), 1.0
    scale = energy(flat)[0] or 1.0
    for _ in range(ROUNDS):
        found = minimize(energy, flat, jac=True, method="L-BFGS-B", options=options)
        flat = found.x
        yield moved(torch.from_numpy(flat).to(path).reshape(inner, -1))
        if found.nit < STEPS:
            return


@torch.no_grad()
def _through_lattice(decoder: Decoder, a: Tensor, b: Tensor) -> Tensor:
    """The shortest path (T, 2) from a to b (2,) along the edges of a lattice that has both as nodes."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import dijkstra

    side = 2 * LATTICE + 1
    along = torch.linspace(-0.5, 1.5, side, dtype=a.dtype, device=a.device)
    across = torch.linspace(-1, 1, side, dtype=a.dtype, device=a.device)
    step = b - a
    normal = torch.stack((-step[1], step[0]))
    z = a + across[:, None, None] * normal + along[:, None] * step  # (rows, columns, 2)
    index = np.arange(side * side).reshape(side, side)
    images: dict[int, Tensor] = {}
    edges = []
    for row in range(side):
        images = {k: v for k, v in images.items() if k >= row - 2} | {row: decoder(z[row]).flatten(1)}
        for down, right in NEIGHBOURS:
            if row < down:
                continue
            left = slice(max(0, -right), side - max(0, right))
            to = slice(max(0, right), side - max(0, -right))
            distance = (images[row][to] - images[row - down][left]).norm(dim=1).cpu().numpy()
            edges.append(np.stack((distance, index[row - down, left], index[row, to])))
    weight, start, end = np.concatenate(edges, axis=1)
    # Where images do not change, the path should not wander.
    weight = weight + 1e-6 * np.hypot(*np.subtract(np.divmod(start, side), np.divmod(end, side)))
    graph = coo_array((weight, (start.astype(int), end.astype(int))), shape=(side * side, side * side)).tocsr()
    first, last = index[LATTICE, LATTICE // 2], index[LATTICE, side - 1 - LATTICE // 2]
    _, before = dijkstra(graph, directed=False, indices=first, return_predecessors=True)
    nodes = [last]
    while nodes[-1] != first:
        nodes.append(before[nodes[-1]])
    path = z.reshape(-1, 2)[nodes[::-1]]
    path[0], path[-1] = a, b
    return _evenly(decoder, path, SEGMENTS + 1)
