"""Which answers differ: from last year's, and from what the second line sees."""

from collections.abc import Iterator

from cssa.interview.session import Session


def differing_lists(session: Session) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the practices that differ by what they differ from, nothing where none do.

    Args:
        session: the state of the interview.
    """
    differing = {"since_last": _changed_since_last(session), "second_line": _disputed(session)}
    yield from ((name, ids) for name, ids in differing.items() if ids)


def _changed_since_last(session: Session) -> tuple[str, ...]:
    now, before = session.assessed_practices, session.previous_answers
    return tuple(
        practice_id
        for practice_id in session.queue
        if practice_id in before
        and session.is_answered(practice_id)
        and now[practice_id].answer.value_to(now[practice_id].practice)
        != before[practice_id].value_to(now[practice_id].practice)
    )


def _disputed(session: Session) -> tuple[str, ...]:
    return tuple(
        practice_id
        for practice_id in session.queue
        if any(
            review.level != session.assessed_practices[practice_id].level
            for review in session.assessed_practices[practice_id].answer.review
        )
    )
