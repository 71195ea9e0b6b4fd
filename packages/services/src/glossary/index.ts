export { listTerms, termsDto, termsInput, termsPerPage } from "./list-terms";
