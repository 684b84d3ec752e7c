/** How the view travels: at once for whoever asked for stillness. */
export const motion = (): { readonly duration: number } => {
  return { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150 };
};
