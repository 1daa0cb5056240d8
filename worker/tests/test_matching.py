"""Finding lines in what was heard."""

from __future__ import annotations

import itertools
import random

from voimo_worker.methods.align_words import groups, without_pauses
from voimo_worker.methods.matching import Heard, Place, letters, matched, places


def sung(text: str, start: float = 0.0) -> list[Heard]:
    """Words of half a second each."""
    return [
        Heard(word, start + n * 0.5, start + (n + 1) * 0.5) for n, word in enumerate(text.split())
    ]


def test_letters_are_what_spellings_share() -> None:
    assert letters("Don’t, Über-Café 2!") == "dontubercafe2"
    assert letters("歌を") == "歌を"
    assert letters("…") == ""


def test_letters_that_agree_are_paired_in_order() -> None:
    assert matched("abcdef", "xxabcyydef") == [(0, 2), (1, 3), (2, 4), (3, 7), (4, 8), (5, 9)]
    assert matched("abc", "") == []
    assert matched("abcxyz", "qqzqcqa") == []


def test_the_pairs_rise_in_both_texts_whatever_the_texts() -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for _ in range(50):
        a, b = ("".join(chance.choices("abcd", k=chance.randint(0, 60))) for _ in range(2))
        pairs = matched(a, b)
        assert all(a[i] == b[j] for i, j in pairs)
        assert all(p[0] < q[0] and p[1] < q[1] for p, q in itertools.pairwise(pairs))


def test_a_line_is_found_although_words_of_it_were_misheard() -> None:
    heard = sung("la la la la") + sung("walking town the river", start=10)
    (place,) = places(["Walking down the river!"], heard)
    assert place is not None
    assert abs(place.start - 10) < 0.2
    assert abs(place.end - 12) < 0.2
    assert 0.8 < place.share < 1


def test_a_line_that_was_not_heard_has_no_place() -> None:
    found = places(["walking down", "something else", ""], sung("walking down"))
    assert found[0] is not None
    assert found[1:] == [None, None]


def test_a_line_that_repeats_is_found_twice_in_order() -> None:
    heard = sung("come home tonight") + sung("come home tonight", start=20)
    first, between, second = places(["Come home tonight", "xyz", "Come home tonight"], heard)
    assert first is not None
    assert second is not None
    assert (round(first.start, 1), round(second.start, 1)) == (0, 20)
    assert between is None


def test_lines_go_together_until_a_pause_or_the_window_parts_them() -> None:
    found = [Place(0, 2, 1), None, Place(3, 5, 1), Place(15, 17, 1), None]
    gathered = list(groups(found, seconds=30))
    assert gathered == [([0, 1, 2], 0.0, 6.5), ([3], 13.5, 18.5)]
    close = [Place(n * 2.0, n * 2.0 + 2, 1) for n in range(20)]
    parts = list(groups(close, seconds=40))
    assert [line for lines, _, _ in parts for line in lines] == list(range(20))
    assert all(end - start <= 30 for _, start, end in parts)
    assert list(groups([None, None], seconds=9)) == []


def test_the_first_word_of_a_line_does_not_take_the_pause_before_it() -> None:
    words = [(0, "come"), (0, "home"), (0, "soon"), (4, "oh"), (4, "well")]
    edges = [0.0, 2.0, 2.4, 2.8, 9.0, 9.4]
    starts = without_pauses(words, edges)
    assert [round(start, 2) for start in starts] == [1.6, 2.0, 2.4, 8.8, 9.0]
    assert without_pauses([(0, "oh")], [1.0, 1.1]) == [1.0]
