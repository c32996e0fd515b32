import pytest

from index.readers.legacy import looks_like_legacy_font, lost_letters

HINDI = "झील का पानी गुरुवार को बढ़ गया। नावें सोमवार से चलेंगी।"


@pytest.mark.parametrize(
    "text",
    [
        "ljdkj us dgk gS fd fdlkuksa ds fy, u;h ;kstuk esa iSlk fn;k tk,xk vkSj dj ugha yxsxk",
        HINDI.encode().decode("cp1252", "replace"),
        HINDI.encode().decode("latin-1"),
        HINDI.encode().decode("mac_roman"),
        "It’s “fine” — he’d say so.".encode().decode("cp1252", "replace"),
        "ÙÚUð´Îý ×æðÎè Ùð ·¤ãæ ç·¤ Îðàæ ×ð´ çß·¤æâ ·ð¤ ·¤æ× ãæð´»ð ¥æñÚU ÂñâÌæ",
    ],
)
def test_old_fonts_and_mojibake_are_seen(text: str) -> None:
    assert looks_like_legacy_font(text)


@pytest.mark.parametrize(
    "text",
    [
        HINDI,
        "The lake rose on Thursday, and he told us the boats run from Monday.",
        "À l’été, le café fermé à Québec a été rouvert; l’élève français y était à midi.",
        "Die größte Brücke über die Straße führt nach Österreich, sagten Ärzte für Übungen.",
        "ISRO ने कहा कि GSLV-F15 का launch सफल रहा।",
        "",
    ],
)
def test_real_text_is_left_alone(text: str) -> None:
    assert not looks_like_legacy_font(text)


def test_letters_lost_to_question_marks() -> None:
    assert lost_letters("???? ?? ????? ?????? ??? ???? ?? ?????")
    assert lost_letters("\ufffd" * 9 + " water")
    assert not lost_letters("क्या??? सच??? " + HINDI * 3)
