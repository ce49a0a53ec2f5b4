"""Frames become a film: an MP4 that browsers and slides play, or a GIF that loops.

An MP4 is H.264, encoded by ffmpeg, which comes with imageio-ffmpeg; frames go to it as they come. A GIF has one palette
for all frames, so that no colour flickers: frames wait in a temporary file, as they are, until all their colours are
known. Colours are never dithered, and of frames after the first only what changed is written.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, Any

import numpy as np
from PIL import GifImagePlugin, Image

from vaegui.exports.extras import need
from vaegui.placing import new_file
from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.words import plural, tr

SUFFIXES = {".mp4": "MP4", ".gif": "GIF"}
LOW, HIGH = 1.0, {".mp4": 60.0, ".gif": 50.0}  # frames per second; a GIF's clock has ticks of 10 ms
QUALITY = 16  # x264's constant rate factor: hardly anything can be seen of it in small letters
POLITE = 10  # how nice ffmpeg is to other programs
HELD = 100  # centiseconds that the last frame of a GIF stays before it begins anew
COLOURS = 255  # of a GIF; one more stands for “as before”
AS_BEFORE = 255
KEPT = 96  # of the colours, those that are seen most and stay exactly as they are
COUNTED = 16  # every how many pixels colours are counted
DRAWN = 1 << 16  # pixels that stand for all others where a palette is chosen


@dataclass(frozen=True)
class Film:
    """What was written."""

    path: Path
    frames: int
    seconds: float
    bytes: int
    size: tuple[int, int]  # width and height in pixels

    @property
    def sentence(self) -> str:
        """What it is, in words."""
        width, height = self.size
        size = f"{self.bytes / 1e6:.1f} MB" if self.bytes >= 100_000 else f"{self.bytes / 1e3:.1f} kB"
        return plural(
            self.frames,
            "{file}: {count:,} frame in {seconds:.1f} s, {width:,} × {height:,} pixels, {size}.",
            "{file}: {count:,} frames in {seconds:.1f} s, {width:,} × {height:,} pixels, {size}.",
            file=self.path.name,
            seconds=self.seconds,
            width=width,
            height=height,
            size=size,
        )


def check(out: Path, frames_per_second: float) -> None:
    """See whether such a film can be written.

    Raises:
        UserError: when its ending is unknown, the speed out of bounds, or the encoder is not installed.
    """
    kind = out.suffix.lower()
    if kind not in SUFFIXES:
        raise UserError(tr("{file} is no film: its name must end in .mp4 or .gif.", file=out.name))
    if not LOW <= frames_per_second <= HIGH[kind]:
        name, high = SUFFIXES[kind], HIGH[kind]
        raise UserError(
            tr(
                "A film in {format} has from {least:g} to {most:g} frames per second, not {wanted:g}.",
                format=name,
                least=LOW,
                most=high,
                wanted=frames_per_second,
            )
        )
    if kind == ".mp4":
        need("film")


def record(
    frames: Iterable[np.ndarray], count: int, out: Path, *, frames_per_second: float
) -> Generator[float, None, Film]:
    """Write frames as a film; yields the share done. Closed before its end, it leaves nothing behind.

    Args:
        frames: RGB (H, W, 3) uint8, all of one size, which may come slowly.
        count: how many frames there will be, for the share done.
        out: the file, which ends in .mp4 or .gif; one that is there is replaced when the film is whole.
        frames_per_second: how fast it plays.

    Raises:
        UserError: when it cannot be written; a file that was there before is as it was.
    """
    check(out, frames_per_second)
    write = _write_mp4 if out.suffix.lower() == ".mp4" else _write_gif
    with new_file(out) as temporary:
        size, shown, seconds = yield from write(iter(frames), count, temporary, frames_per_second)
        length = temporary.stat().st_size
    return Film(out, shown, seconds, length, size)


_Written = tuple[tuple[int, int], int, float]  # width and height, frames, seconds


def _first(frames: Iterator[np.ndarray]) -> tuple[Iterator[np.ndarray], tuple[int, int]]:
    """All frames, which are checked, and their (height, width)."""
    first = next(frames, None)
    if first is None:
        raise UserError(tr("There is not one frame to make a film of."))
    shape = first.shape

    def checked() -> Iterator[np.ndarray]:
        for frame in chain([first], frames):
            if frame.shape != shape or frame.dtype != np.uint8 or frame.shape[2:] != (3,):
                raise ValueError(f"a frame is {frame.dtype} {frame.shape}, the first one {shape}")
            yield frame

    return checked(), (shape[0], shape[1])


# MP4


def _write_mp4(
    frames: Iterator[np.ndarray], count: int, path: Path, frames_per_second: float
) -> Generator[float, None, _Written]:
    frames, (height, width) = _first(frames)
    more = ((0, height % 2), (0, width % 2), (0, 0))  # H.264 halves the sides of its colours: they must be even
    height, width = height + height % 2, width + width % 2
    shown = 0
    with ExitStack() as stack:
        complaints = stack.enter_context(tempfile.TemporaryFile())
        ffmpeg = _start_ffmpeg(path, (width, height), frames_per_second, complaints)
        stack.callback(_end, ffmpeg)
        assert ffmpeg.stdin is not None
        for frame in frames:
            padded = np.pad(frame, more, mode="edge") if any(map(any, more)) else frame
            try:
                ffmpeg.stdin.write(np.ascontiguousarray(padded).data)
            except OSError:
                break  # it says why
            shown += 1
            yield min(shown / count, 1.0)
        with contextlib.suppress(OSError):
            ffmpeg.stdin.close()
        while ffmpeg.poll() is None:  # it has frames left to encode, for seconds, in which one may cancel
            with contextlib.suppress(subprocess.TimeoutExpired):
                ffmpeg.wait(0.05)
            yield 1.0
        if ffmpeg.returncode != 0:
            complaints.seek(0)
            raise UserError(_why(complaints.read().decode(errors="replace"), ffmpeg.returncode))
    return (width, height), shown, shown / frames_per_second


def _start_ffmpeg(
    path: Path, size: tuple[int, int], frames_per_second: float, complaints: IO[bytes]
) -> subprocess.Popen[bytes]:
    import imageio_ffmpeg

    width, height = size
    taken = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-framerate", f"{frames_per_second:.6g}"]
    # Without tags players guess by the height which matrix turned the colours, and are off by some per cent.
    turned = "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p"
    tagged = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv"
    threads = str(max(1, (os.cpu_count() or 2) - 1))  # one core stays with the window
    coded = ["-c:v", "libx264", "-preset", "medium", "-crf", str(QUALITY), "-threads", threads]
    started = subprocess.Popen(
        [
            *(imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"),
            *(*taken, "-i", "pipe:0", "-an", "-vf", f"{turned},{tagged}", *coded),
            *("-movflags", "+faststart", "-f", "mp4", str(path)),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        bufsize=0,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, started.pid, POLITE)  # whoever looks at the window comes first
    return started


def _end(ffmpeg: subprocess.Popen[bytes]) -> None:
    """Have it gone, whatever it is doing."""
    if ffmpeg.poll() is None:
        ffmpeg.kill()
        ffmpeg.wait()
    if ffmpeg.stdin is not None:
        with contextlib.suppress(OSError):
            ffmpeg.stdin.close()


def _why(complaints: str, code: int) -> str:
    lines = [line.strip() for line in complaints.splitlines() if line.strip()]
    if any("No space left" in line for line in lines):
        reason = tr("the disk is full")
    elif lines:
        reason = tr("ffmpeg says “{words}”", words=lines[-1][:200])
    else:
        reason = tr("ffmpeg ended with {code}", code=code)
    return tr("The film could not be encoded: {reason}. Nothing is left of it; a GIF needs no ffmpeg.", reason=reason)


# GIF


def _write_gif(
    frames: Iterator[np.ndarray], count: int, path: Path, frames_per_second: float
) -> Generator[float, None, _Written]:
    frames, (height, width) = _first(frames)
    with tempfile.TemporaryFile(dir=path.parent) as kept, path.open("wb") as out:
        lengths: list[int] = []
        with closing(_keep(frames, kept, lengths)) as keeping:
            colours = yield from part_of(_counted(keeping, count), 0.0, 0.5)
        palette = _palette(colours)
        kept.seek(0)
        out.write(_gif_head(width, height, palette))
        nearest = _Nearest(palette)
        before, elapsed = None, 0
        for number, length in enumerate(lengths, start=1):
            frame = np.frombuffer(zlib.decompress(kept.read(length)), np.uint8).reshape(height, width, 3)
            indices = nearest.of(frame)
            ends = round(100 * number / frames_per_second)  # so that the film as a whole is neither faster nor slower
            delay = ends - elapsed if number < len(lengths) else max(HELD, ends - elapsed)
            out.writelines(_gif_frame(indices, before, delay))
            before, elapsed = indices, elapsed + delay
            yield 0.5 + 0.5 * number / len(lengths)
        out.write(b";")
    return (width, height), len(lengths), elapsed / 100


def _keep(frames: Iterator[np.ndarray], kept: IO[bytes], lengths: list[int]) -> Generator[np.ndarray, None, None]:
    for frame in frames:
        packed = zlib.compress(np.ascontiguousarray(frame).data, 1)
        kept.write(packed)
        lengths.append(len(packed))
        yield frame


def _counted(frames: Iterator[np.ndarray], count: int) -> Generator[float, None, tuple[np.ndarray, np.ndarray]]:
    """Colours (M,) as numbers 0xRRGGBB, and about how often they are seen (M,)."""
    times = np.zeros(1 << 24, np.int32)
    is_there = np.zeros(1 << 24, bool)
    for number, frame in enumerate(frames, start=1):
        numbers = _numbers(frame).ravel()
        is_there[numbers] = True
        some, often = np.unique(numbers[number % COUNTED :: COUNTED], return_counts=True)
        times[some] += often.astype(np.int32)
        yield min(number / count, 1.0)
    colours = np.flatnonzero(is_there)
    return colours, times[colours] + 1


def _numbers(rgb: np.ndarray) -> np.ndarray:
    """Colours (..., 3) as numbers 0xRRGGBB."""
    red, green, blue = (rgb[..., channel].astype(np.int32) for channel in range(3))
    numbers: np.ndarray = red << 16 | green << 8 | blue
    return numbers


def _palette(found: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """RGB (at most COLOURS, 3) uint8: the colours that are seen most as they are, and a few for all others."""
    colours, times = found
    rgb = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=-1).astype(np.uint8)
    if len(colours) <= COLOURS:
        return rgb
    order = np.argsort(-times, kind="stable")
    kept, others = rgb[order[:KEPT]], order[KEPT:]
    # What is rare counts for more than its area: rims of letters, a small image on a large map.
    weights = np.sqrt(times[others])
    drawn = np.repeat(rgb[others], np.maximum(1, np.rint(DRAWN * weights / weights.sum())).astype(np.int64), axis=0)
    chosen = Image.fromarray(drawn[None]).quantize(
        COLOURS - KEPT, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE
    )
    rest = np.array(chosen.getpalette(), np.uint8).reshape(-1, 3)[: COLOURS - KEPT]
    return np.unique(np.concatenate([kept, rest]), axis=0)


class _Nearest:
    """Which colour of a palette is nearest; each colour is looked for once."""

    def __init__(self, palette: np.ndarray) -> None:
        self._palette = palette.astype(np.int32)
        self._known = np.full(1 << 24, -1, np.int16)

    def of(self, frame: np.ndarray) -> np.ndarray:
        """Indices (H, W) uint8 for RGB (H, W, 3)."""
        numbers = _numbers(frame)
        indices = self._known[numbers]
        if (indices < 0).any():
            new = np.unique(numbers[indices < 0])
            for part in np.array_split(new, -(-len(new) // 4096)):
                rgb = np.stack([part >> 16, part >> 8 & 255, part & 255], axis=-1)
                self._known[part] = np.square(rgb[:, None] - self._palette).sum(-1).argmin(1)
            indices = self._known[numbers]
        found: np.ndarray = indices.astype(np.uint8)
        return found


def _gif_head(width: int, height: int, palette: np.ndarray) -> bytes:
    table = np.zeros((256, 3), np.uint8)
    table[: len(palette)] = palette
    size = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    for_ever = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    return b"GIF89a" + size + b"\xf7\x00\x00" + table.tobytes() + for_ever


def _gif_frame(indices: np.ndarray, before: np.ndarray | None, delay: int) -> list[bytes]:
    """A frame that is seen for so many centiseconds; after the first one, only the box in which something changed."""
    top = left = 0
    options: dict[str, Any] = {"duration": 10 * delay, "disposal": 1}
    if before is not None:
        changed = indices != before
        rows, columns = np.flatnonzero(changed.any(1)), np.flatnonzero(changed.any(0))
        bottom, right = 1, 1  # where nothing changed, a pixel that stays as it is
        if len(rows):
            top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
        box = (slice(top, bottom), slice(left, right))
        indices = np.where(changed[box], indices[box], np.uint8(AS_BEFORE))
        options["transparency"] = AS_BEFORE
    return GifImagePlugin.getdata(Image.fromarray(indices), (int(left), int(top)), **options)
