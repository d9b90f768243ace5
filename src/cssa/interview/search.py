"""Finding practices by number, by words in any language, and by other words for the same."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Practice
from cssa.datafile.types import LocalizedText
from cssa.library.folding import fold

_SYNONYMS = tuple(
    tuple(map(fold, words))
    for words in (
        ("mfa", "2fa", "多要素認証", "二要素認証", "多要素", "multi-factor", "multifactor"),
        ("edr", "ウイルス対策", "マルウェア対策", "不正プログラム", "malware", "endpoint"),
        ("pam", "特権id", "特権アカウント", "特権", "privileged"),
        ("siem", "ログの監視", "ログ", "監視", "monitoring", "logs"),
        ("soc", "監視", "monitoring"),
        ("csirt", "インシデント対応", "incident response"),
        ("bcp", "業務継続", "事業継続", "コンティンジェンシープラン", "business continuity"),
        ("ransomware", "ランサムウェア", "身代金"),
        ("phishing", "フィッシング", "なりすまし"),
        ("ddos", "dos攻撃", "サービス妨害", "denial of service", "denial-of-service"),
        ("sbom", "ソフトウェア部品表", "部品表", "software bill of materials"),
        (
            "tlpt",
            "脅威ベースのペネトレーションテスト",
            "ペネトレーションテスト",
            "penetration test",
        ),
        ("patch", "パッチ", "修正プログラム", "セキュリティパッチ"),
        ("vulnerability", "脆弱性", "ぜい弱性"),
        ("backup", "バックアップ"),
        ("saas", "iaas", "クラウド", "cloud"),
        ("vendor", "委託先", "外部委託", "サードパーティ", "third party", "third-party"),
        ("wifi", "wi-fi", "無線lan", "wireless"),
        ("vpn", "リモートアクセス", "remote access", "テレワーク"),
        ("waf", "ファイアウォール", "firewall"),
        ("dlp", "情報漏えい", "情報漏洩", "data leak", "持ち出し"),
        ("encryption", "暗号化", "暗号", "cryptograph"),
        ("sso", "シングルサインオン", "フェデレーション", "single sign-on", "federation"),
        ("kri", "リスク指標", "リスク評価", "risk indicator"),
        ("board", "取締役会", "経営陣"),
        ("training", "研修", "教育", "訓練", "演習", "exercise"),
        ("audit", "監査"),
        ("asset", "情報資産", "資産管理", "台帳", "inventory"),
    )
)
"""Words that readers and checklists use for the same, abbreviations first."""


class PracticeSearch:
    """The practices of a checklist as they are searched.

    Args:
        placed: the practices by id, in checklist order.
    """

    def __init__(self, placed: Mapping[str, PlacedPractice]) -> None:
        self._titles = {id_: _title(each) for id_, each in placed.items()}
        self._asked = {id_: fold(_asked(each.practice)) for id_, each in placed.items()}
        self._advice = {id_: fold(_advice(each.practice)) for id_, each in placed.items()}

    def find(self, text: str) -> list[str]:
        """Return the practices that hold every word, or another word for the same.

        Those whose number begins with the text come first, then those by title, then those by what
        is asked, then those by what is advised; within each, in checklist order.

        Args:
            text: a number, or parts of words in any of the checklist's languages.
        """
        words = fold(text).split()
        if not words:
            return []
        wanted = [tuple(_same(word)) for word in words]
        found: tuple[list[str], ...] = ([], [], [], [], [])
        for id_, title in self._titles.items():
            asked = f"{title}\n{self._asked[id_]}"
            if len(words) == 1 and title.startswith(words[0]):
                found[0].append(id_)
            elif all(word in title for word in words):
                found[1].append(id_)
            elif _has_all(title, wanted):
                found[2].append(id_)
            elif _has_all(asked, wanted):
                found[3].append(id_)
            elif _has_all(f"{asked}\n{self._advice[id_]}", wanted):
                found[4].append(id_)
        return [*itertools.chain.from_iterable(found)]


def _has_all(text: str, wanted: Sequence[Sequence[str]]) -> bool:
    """Return whether a text has one at least of every group of words."""
    return all(any(word in text for word in words) for words in wanted)


def _same(word: str) -> Iterator[str]:
    """Yield a word, and the others for the same."""
    yield word
    for words in _SYNONYMS:
        if word in words:
            yield from words


def _title(placed: PlacedPractice) -> str:
    practice = placed.practice
    return fold(f"{practice.shown_id} {practice.id} {_words(practice.title)}")


def _asked(practice: Practice) -> str:
    texts = (
        practice.question,
        *practice.points,
        *([practice.conditions] if practice.conditions else []),
    )
    return " ".join(map(_words, texts))


def _advice(practice: Practice) -> str:
    advice = (practice.guidance, practice.why, practice.pitfalls, practice.improve)
    return " ".join(map(_words, (*practice.evidence, *filter(None, advice))))


def _words(text: LocalizedText) -> str:
    return " ".join(text.words.values())
