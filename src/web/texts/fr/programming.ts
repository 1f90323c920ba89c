/** Texts of … */
export const programming = {};
