"""Arrays from strangers' files: read as they are, and refused by their headers before anything is allocated."""

import gzip
import io
import resource
import struct
import time
import zipfile
import zlib

import numpy as np
import pytest

from vaegui import arrays
from vaegui.settings import UserError

chance = np.random.default_rng(0)


def noise(*shape):
    return chance.integers(0, 256, shape).astype(np.uint8)


def idx(array):
    return struct.pack(f">4B{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


def npy(header, content=b"", version=1):
    width, text = ("<H", "<I")[version > 1], header.encode("utf-8" if version == 3 else "latin-1")
    return b"\x93NUMPY" + bytes((version, 0)) + struct.pack(width, len(text)) + text + content


def whole(path, member=""):
    return arrays.whole(arrays.table(path, member))


@pytest.mark.parametrize("shape", [(7,), (3, 5), (4, 3, 2), (2, 3, 4, 3)])
@pytest.mark.parametrize("packed", [False, True])
def test_idx_files_of_one_to_four_dimensions_are_read_under_any_name(tmp_path, shape, packed):
    values = noise(*shape)
    path = tmp_path / "anything"
    path.write_bytes(gzip.compress(idx(values)) if packed else idx(values))
    for dimensions in (None, len(shape)):
        found = arrays.read_idx(path, dimensions)
        assert (found.dtype, found.shape) == (np.uint8, shape)
        assert (found == values).all()
    assert (whole(path) == values).all()
    with pytest.raises(UserError, match="not an IDX file"):
        arrays.read_idx(path, len(shape) % 4 + 1)


def test_idx_files_that_are_cut_or_longer_are_refused(tmp_path):
    good, path = idx(noise(20, 5, 4)), tmp_path / "file"
    for content in (*(good[:n] for n in range(0, len(good), 7)), good + b"\0", good[:3] + b"\5" + good[4:]):
        for packed in (content, gzip.compress(content)):
            path.write_bytes(packed)
            with pytest.raises(UserError, match="file"):
                arrays.read_idx(path)
    packed = gzip.compress(good)
    for n in range(0, len(packed), 11):
        path.write_bytes(packed[:n])
        with pytest.raises(UserError, match="file"):
            arrays.read_idx(path)
    path.write_bytes(packed[:-8] + bytes(8))
    with pytest.raises(UserError, match="cannot be read"):
        arrays.read_idx(path)


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("dtype", ["?", "u1", "i1", "<i2", ">u2", "<f2", ">f4", "<f8", ">i8", "<U3", "S4"])
def test_arrays_of_numpy_are_read_in_every_version_order_and_type(tmp_path, version, order, dtype):
    values = np.asarray(chance.integers(0, 2, (6, 5, 4)).astype(dtype), order=order)
    with open(tmp_path / "x.npy", "wb") as file:
        np.lib.format.write_array(file, values, version)
    np.savez_compressed(tmp_path / "x.npz", one=values, two=values[:0])
    for path, member in ((tmp_path / "x.npy", ""), (tmp_path / "x.npz", "one")):
        found = whole(path, member)
        assert found.dtype == values.dtype
        assert (found == values).all()
    assert arrays.members(tmp_path / "x.npz") == ["one", "two"]
    assert whole(tmp_path / "x.npz", "two").shape == (0, 5, 4)


def test_a_large_array_comes_in_blocks_that_are_all_of_it(tmp_path):
    values = noise(700, 200, 300)
    np.save(tmp_path / "x.npy", values)
    np.save(tmp_path / "f.npy", np.asfortranarray(values))
    for name in ("x.npy", "f.npy"):
        blocks = list(arrays.blocks(arrays.table(tmp_path / name)))
        assert len(blocks) > 1
        assert max(block.nbytes for block in blocks) <= arrays.BLOCK
        assert all(block.flags.c_contiguous for block in blocks)
        assert (np.concatenate(blocks) == values).all()


GOOD = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4), }"
HOSTILE = {
    "a huge shape": npy(GOOD.replace("2, 3, 4", "1000000, 1000000, 1000000")),
    "a shape of many digits": npy(GOOD.replace("2, 3", "9" * 5000)),
    "a shape that is larger than the file": npy(GOOD, bytes(23)),
    "a shape below zero": npy(GOOD.replace("2", "-2"), bytes(24)),
    "many dimensions": npy(GOOD.replace("2, 3, 4", "1, " * 40), bytes(1)),
    "no shape": npy(GOOD.replace("shape", "form"), bytes(24)),
    "no order": npy(GOOD.replace("fortran", "cobol"), bytes(24)),
    "objects": npy(GOOD.replace("|u1", "|O"), bytes(24 * 8)),
    "columns": npy(GOOD.replace("'|u1'", "[('a', '|u1')]"), bytes(24)),
    "times": npy(GOOD.replace("|u1", "<M8[s]"), bytes(24 * 8)),
    "a type of another language": npy(GOOD.replace("|u1", "int; import os"), bytes(24)),
    "texts of a gigabyte": npy(GOOD.replace("|u1", "<U999999999"), bytes(24)),
    "a program": npy("__import__('os').abort()", bytes(24)),
    "brackets": npy("(" * 9000, bytes(24)),
    "a header that never ends": npy(GOOD)[:8] + b"\xff\xff" + GOOD.encode(),
    "a header of four gigabytes": b"\x93NUMPY\2\0\xff\xff\xff\xff" + GOOD.encode(),
    "another version": npy(GOOD, bytes(24)).replace(b"NUMPY\1", b"NUMPY\7"),
    "nothing but a beginning": b"\x93NUMPY",
    "bytes that are no text": npy(GOOD.replace("2", "\xff"), bytes(24)),
    "columns first, and large": npy(GOOD.replace("False", "True").replace("2, 3, 4", "40000, 40000, 4")),
}


def bounded(action):
    """Do something that must be refused in a sentence, at once and in little memory."""
    peak, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(UserError) as caught:
        action()
    assert str(caught.value).endswith(".")
    assert time.process_time() - started < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 50_000  # KB
    return str(caught.value)


@pytest.mark.parametrize("how", HOSTILE)
def test_hostile_headers_are_refused_before_anything_is_allocated(tmp_path, how):
    (tmp_path / "x.npy").write_bytes(HOSTILE[how])
    assert "x.npy" in bounded(lambda: whole(tmp_path / "x.npy"))
    with zipfile.ZipFile(tmp_path / "x.npz", "w") as archive:
        archive.writestr("one.npy", HOSTILE[how])
    assert "one" in bounded(lambda: whole(tmp_path / "x.npz", "one"))


def test_headers_that_others_write_are_read(tmp_path):
    values = bytes(range(24))
    for header in (
        GOOD,
        GOOD.replace("'", '"'),
        GOOD.replace(" ", ""),
        GOOD.replace("2, 3, 4", "2L, 3L, 4L"),
        GOOD + "\n",
    ):
        (tmp_path / "x.npy").write_bytes(npy(header, values))
        assert whole(tmp_path / "x.npy").tobytes() == values


def test_an_archive_whose_list_is_changed_is_refused(tmp_path):
    file = io.BytesIO()
    np.savez_compressed(file, images=noise(9, 20, 20))
    good, path = file.getvalue(), tmp_path / "x.npz"
    told = 0
    for place in range(0, len(good), max(1, len(good) // 300)):
        for content in (good[:place], good[:place] + bytes((good[place] ^ 0x55,)) + good[place + 1 :]):
            path.write_bytes(content)
            try:
                found = whole(path, "images")
                assert found.size <= 9 * 20 * 20
            except UserError:
                told += 1
    assert told > 300


def test_an_archive_that_lies_about_its_size_gives_no_more_than_it_holds(tmp_path):
    path = tmp_path / "x.npz"
    header = npy(GOOD.replace("2, 3, 4", f"{1 << 20}, 100, 100"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", header + bytes(1000))
    content = path.read_bytes()
    size = len(header) + 1000
    assert content.count(struct.pack("<I", size)) == 2
    path.write_bytes(content.replace(struct.pack("<I", size), struct.pack("<I", 0xFFFFFFF0)))
    bounded(lambda: list(arrays.blocks(arrays.table(path, "x"))))


def test_a_bomb_is_read_in_little_memory(tmp_path):
    """Two gigabytes of zeros in two megabytes: legal, but never in memory at once."""
    count = 2000
    path = tmp_path / "x.npz"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("x.npy", "w", force_zip64=True) as member,
    ):
        member.write(npy(GOOD.replace("2, 3, 4", f"{count}, 1024, 1024")))
        for _ in range(count):
            member.write(bytes(1 << 20))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(len(block) for block in arrays.blocks(arrays.table(path, "x"))) == count
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 100_000
    with pytest.raises(UserError, match="is the most"):
        whole(path, "x")


def test_an_idx_bomb_is_refused(tmp_path):
    for shape in ((1 << 31, 1 << 31, 1 << 31), (60_000, 28, 28), (1 << 32 - 1,)):
        header = struct.pack(f">4B{len(shape)}I", 0, 0, 8, len(shape), *(n & 0xFFFFFFFF for n in shape))
        for content in (header, gzip.compress(header), gzip.compress(header + bytes(1 << 22))):
            (tmp_path / "x").write_bytes(content)
            bounded(lambda: arrays.read_idx(tmp_path / "x"))


def test_a_list_of_very_many_members_is_refused(tmp_path):
    path = tmp_path / "x.npz"
    with zipfile.ZipFile(path, "w") as archive:
        for i in range(40_000):
            archive.writestr(f"{i}.npy", b"")
    assert "too many members" in bounded(lambda: arrays.members(path))


def test_kinds_are_told_by_their_first_bytes(tmp_path):
    np.savez(tmp_path / "npz.npz", x=noise(3))
    (tmp_path / "npz.npz").rename(tmp_path / "npz")
    np.save(tmp_path / "npy.npy", noise(3))
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        archive.writestr("a.png", b"")
    (tmp_path / "idx").write_bytes(idx(noise(3)))
    (tmp_path / "gz").write_bytes(gzip.compress(b""))
    (tmp_path / "other").write_bytes(zlib.compress(b""))
    (tmp_path / "empty").write_bytes(b"")
    for name in ("npz", "zip", "idx", "gz"):
        assert arrays.kind_of(tmp_path / name) == name
    assert arrays.kind_of(tmp_path / "npy.npy") == "npy"
    assert arrays.kind_of(tmp_path / "other") == arrays.kind_of(tmp_path / "empty") == ""
    with pytest.raises(OSError, match="plain file"):
        arrays.kind_of(tmp_path)
