// `debug` for the browser, without its output: what fhirclient would log names the patient, and whoever can set
// `localStorage.debug` could switch it on (docs/decisions/001-fhirclient.md).
const silent = () => {};
silent.extend = () => silent;
module.exports = () => silent;
