/** Texts of … */
export const search = {};
