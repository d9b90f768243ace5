"""Names of files as readers of a pipeline's outputs know them: relative to its repository."""

import os
from collections.abc import Iterable
from pathlib import Path

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BITBUCKET_CLONE_DIR", "BUILD_SOURCESDIRECTORY")


def repository_paths(names: Iterable[str | Path | None]) -> dict[str, str]:
    """Return by name as given the path from the root of the repository.

    The root is what GitHub, GitLab, Bitbucket or Azure name in the environment; elsewhere names
    stay as they are, as do those of files outside of it.

    Args:
        names: files as named on the command line; what is no file is passed over.
    """
    repository = next(filter(None, map(os.environ.get, _ROOTS)), None)
    if repository is None:
        return {}
    root = Path(repository).resolve()
    paths = {str(name): Path(name).resolve() for name in names if name is not None}
    return {
        name: path.relative_to(root).as_posix()
        for name, path in paths.items()
        if name != "-" and path.is_relative_to(root)
    }
