"""What came of a click is said once, at its place, in the words of the change or of what stood in its way."""

from streamlit.testing.v1 import AppTest


def _screen() -> None:
    import streamlit as st

    from search.errors import NotFound
    from views.pieces import acts

    def fails() -> None:
        raise NotFound("Deze wijziging bestaat <b>niet</b>.")

    acts.said("hier")
    st.text("midden")
    acts.said("daar")
    st.button("Tel", on_click=acts.do, args=("hier", lambda: "Geteld."))
    st.button("Doe", on_click=acts.do, args=("daar", lambda: 12, "Gedaan."))
    st.button("Zwijg", on_click=acts.do, args=("hier", lambda: None))
    st.button("Faal", on_click=acts.do, args=("hier", fails, "Gedaan."))


def _shown(app: AppTest) -> list[str]:
    assert not app.exception
    drawn = [each for each in app.main if each.type in ("html", "text")]
    return [each.proto.body if each.type == "html" else each.value for each in drawn]


def test_a_change_says_its_own_sentence_once() -> None:
    app = AppTest.from_function(_screen).run()
    first = _shown(app.button[0].click().run())
    assert "Geteld." in first[0]
    assert "sg-done" in first[0]
    assert _shown(app.run())[0] == "midden"


def test_a_change_without_a_sentence_says_the_given_one_at_its_place() -> None:
    app = AppTest.from_function(_screen).run()
    first, second, *_ = _shown(app.button[1].click().run())
    assert first == "midden"
    assert "Gedaan." in second


def test_a_change_with_nothing_to_say_is_silent() -> None:
    app = AppTest.from_function(_screen).run()
    assert _shown(app.button[2].click().run())[0] == "midden"


def test_what_stood_in_the_way_is_said_as_text_and_not_as_done() -> None:
    app = AppTest.from_function(_screen).run()
    first = _shown(app.button[3].click().run())[0]
    assert "bestaat &lt;b&gt;niet" in first
    assert "Gedaan" not in first
    assert "sg-notice" in first
