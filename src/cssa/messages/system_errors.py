"""Errors of the operating system in words."""

import errno

from cssa.messages.wording import CodedWord

WORDED = (
    "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EFBIG", "ENOENT", "ENOTDIR", "EISDIR",
    "EEXIST", "ENOTEMPTY", "EBUSY", "ETXTBSY", "ENAMETOOLONG", "ELOOP", "EIO", "EMFILE", "ENFILE",
    "EPIPE", "ENXIO", "ENODEV", "EINVAL", "ESTALE",
)  # fmt: skip
"""Names of errors that have words of ours; not every system has all of them."""


def system_reason(error: OSError) -> CodedWord | str:
    """Return why the system refused something; what is not known here in the system's own words."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name in WORDED:
        return CodedWord(f"system.{name}")
    return error.strerror or type(error).__name__
