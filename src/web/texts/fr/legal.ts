/** Texts of … */
export const legal = {};
