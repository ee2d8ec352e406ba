import pytest

from access.visitors import is_secret, new_secret, owner_of


def test_each_browser_gets_a_secret_of_its_own() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert all(is_secret(secret) for secret in secrets)


def test_one_secret_is_one_owner_and_does_not_show_in_its_name() -> None:
    secret = new_secret()
    owner = owner_of(secret)
    assert owner is not None
    assert owner == owner_of(secret)
    assert owner != owner_of(new_secret())
    assert secret[:8] not in owner


@pytest.mark.parametrize("value", [None, "", "x", "0" * 31, "0" * 33, "G" * 32, "0" * 32 + "\n", "' OR 1=1"])
def test_what_is_no_secret_owns_nothing(value: str | None) -> None:
    assert owner_of(value) is None
