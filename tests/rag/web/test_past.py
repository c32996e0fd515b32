from rag.web.past import past_view


def test_the_dialog_has_a_name_and_no_questions_of_anybody() -> None:
    page = past_view("hi")
    assert 'aria-haspopup="dialog" title="पिछले सवाल" aria-label="पिछले सवाल"' in page
    assert 'aria-labelledby="kh-past-title"' in page
    assert "<ol></ol>" in page
    assert "केवल आपके ब्राउज़र में" in page
