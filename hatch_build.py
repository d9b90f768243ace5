"""The build hook of the wheel: its data compiled, so that no run parses the YAML that ships."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledDataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled data to a wheel; an editable installation reads the sources."""

    def dependencies(self) -> list[str]:
        """Return what importing the part of the program that reads data takes."""
        needed = ("pydantic", "pyyaml")
        return [text for text in self.metadata.core.dependencies if text.startswith(needed)]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the data before a wheel is built.

        Args:
            version: ``standard`` or ``editable``.
            build_data: takes the files to be added, by their place in the wheel.
        """
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from cssa.datafile.cache import SHIPPED
        from cssa.workspace import Workspace

        self._folder = TemporaryDirectory()
        Workspace(cache=Path(self._folder.name)).load_shipped()
        build_data["force_include"][self._folder.name] = f"cssa/_data/{SHIPPED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - the interface of hatchling
        """Remove the compiled files once they are in the wheel."""
        if version != "editable":
            self._folder.cleanup()
