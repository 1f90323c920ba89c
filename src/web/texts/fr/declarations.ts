/** Texts of … */
export const declarations = {};
