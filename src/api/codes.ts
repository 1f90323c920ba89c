/** Codes by their form. What has another form is nobody's: no question is put to the database. */
export const SUBSTANCE_CODE = /^\d{5}$/;
export const CIS = /^\d{8}$/;
/** Of any level, in any case. */
export const ATC_CODE = /^[A-Za-z](\d{2}([A-Za-z]([A-Za-z](\d{2})?)?)?)?$/;
