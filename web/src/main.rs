//! Entry of the page's WebAssembly module.

fn main() {
    web::mount();
}
