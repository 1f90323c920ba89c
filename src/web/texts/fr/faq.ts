/** Texts of … */
export const faq = {};
