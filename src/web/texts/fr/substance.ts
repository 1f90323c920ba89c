/** Texts of … */
export const substance = {};
