//! `wasm-test-runner MODULE.wasm`: runs the `wasm_bindgen_test`s of a module; cargo calls it (`.cargo/config.toml`).

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
