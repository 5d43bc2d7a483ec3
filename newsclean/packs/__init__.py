"""Built-in rule packs: a folder a language, a TOML file a kind of chrome; `any` needs no language."""
