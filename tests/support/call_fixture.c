typedef int call_fixture_empty;
