/** Texts of … */
export const accessibility = {};
