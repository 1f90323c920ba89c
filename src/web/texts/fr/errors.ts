/** Texts of … */
export const errors = {};
