"""``cssa plan``: its commands."""

from cssa.cli.app import add, new_app
from cssa.cli.plan.make import make
from cssa.cli.plan.reach import reach
from cssa.cli.plan.roadmap import roadmap
from cssa.cli.plan.status import status
from cssa.cli.plan.what_if import what_if

app = new_app("help.plan")


@app.callback()
def plan_() -> None:
    """Plan what is to be improved."""


add(app, "help.plan.make", "make")(make)
add(app, "help.plan.status", "status")(status)
add(app, "help.plan.what_if", "what-if")(what_if)
add(app, "help.plan.reach", "reach")(reach)
add(app, "help.plan.roadmap", "roadmap")(roadmap)
