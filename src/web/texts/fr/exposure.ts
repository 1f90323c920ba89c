/** Texts of … */
export const exposure = {};
