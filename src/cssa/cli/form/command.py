"""The commands of ``cssa form``."""

from cssa.cli.app import add, new_app
from cssa.cli.form.new import new
from cssa.cli.form.read import read
from cssa.cli.form.status import status

app = new_app("help.form")


@app.callback()
def form() -> None:
    """Make and read forms."""


add(app, "help.form.new", "new")(new)
add(app, "help.form.read", "read")(read)
add(app, "help.form.status", "status")(status)
