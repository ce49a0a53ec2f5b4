"""Read films back, as other programs do."""

import re
import subprocess

import imageio.v3 as iio
import imageio_ffmpeg
import numpy as np
from PIL import Image


def read(path):
    """All frames of a GIF or an MP4, (N, H, W, 3) uint8."""
    if path.suffix == ".gif":
        return iio.imread(path)
    width, height = about(path)["size"]
    raw = _ffmpeg("-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "-").stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)


def about(path):
    """What an MP4 says of itself."""
    said = _ffmpeg("-i", path, "-f", "null", "-").stderr.decode()
    found = re.search(
        r"Video: (?P<codec>\w+) .*?, (?P<pixels>yuv\w+\(.*?\)), (?P<size>\d+x\d+).*?, (?P<fps>[\d.]+) fps", said
    )
    seconds = re.search(r"Duration: 00:00:([\d.]+)", said)
    width, height = map(int, found["size"].split("x"))
    return {
        "codec": found["codec"],
        "pixels": found["pixels"],
        "size": (width, height),
        "fps": float(found["fps"]),
        "seconds": float(seconds[1]),
    }


def delays(path):
    """For how many milliseconds each frame of a GIF is seen."""
    found = []
    with Image.open(path) as image:
        for number in range(image.n_frames):
            image.seek(number)
            found.append(image.info["duration"])
    return found


def _ffmpeg(*arguments):
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True)
