/** Texts of … */
export const browser = {};
