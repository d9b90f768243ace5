"""Opening workbooks under a password, where the extra that can is installed."""

import io

from cssa.excel.child_call import Call, call_in_child
from cssa.excel.child_process import ChildDiedError
from cssa.excel.guard import is_encrypted
from cssa.excel.package import MAX_FILE
from cssa.excel.refusal import refused


def unlock(data: bytes, path: str, password: str, call: Call = call_in_child) -> bytes:
    """Return a workbook without its password; one that has none is returned as it is.

    Args:
        data: the file, from whoever sent it.
        path: its name for messages.
        password: what opens it.
        call: where it is decrypted, for as many rounds as the file states.

    Raises:
        InputError: when the password does not fit, or the extra is missing.
    """
    if not is_encrypted(data):
        return data
    if len(data) > MAX_FILE:
        raise refused("too_large", path, limit=MAX_FILE // 1_000_000)
    try:
        return call(decrypted, data, path, password)
    except ChildDiedError as error:
        raise refused("reader_died", path, reason=error.reason) from None


def decrypted(data: bytes, path: str, password: str) -> bytes:
    """Return a workbook without its password.

    Args:
        data: a workbook under a password.
        path: its name for messages.
        password: what opens it.

    Raises:
        InputError: when the password does not fit, or the extra is missing.
    """
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
    except Exception as error:  # noqa: BLE001 - the library raises what its parts raise on damage
        raise refused("unreadable", path, reason=type(error).__name__) from None
    return opened.getvalue()
