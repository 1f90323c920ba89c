/** Texts of … */
export const about = {};
