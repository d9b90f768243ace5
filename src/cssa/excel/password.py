"""Opening workbooks under a password, where the extra that can is installed."""

import io

from cssa.errors import InputError
from cssa.excel.guard import is_encrypted
from cssa.excel.package import MAX_FILE, refused


def unlock(data: bytes, path: str, password: str) -> bytes:
    """Return a workbook without its password; one that has none is returned as it is.

    Raises:
        InputError: when the password does not fit, or the extra is missing.
    """
    if not is_encrypted(data):
        return data
    if len(data) > MAX_FILE:
        raise refused("too_large", path, limit=MAX_FILE // 1_000_000)
    try:
        import msoffcrypto
        from msoffcrypto.exceptions import InvalidKeyError
    except ImportError:
        raise refused("password_extra", path) from None
    opened = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(opened)
    except InvalidKeyError:
        raise refused("password_wrong", path) from None
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises what its parts raise on damage
        raise refused("unreadable", path, reason=type(error).__name__) from None
    return opened.getvalue()
