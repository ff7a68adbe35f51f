/** A new SVG element. Attributes that are null are left out. */
export const svg = (
  name: 'g' | 'rect' | 'path' | 'text' | 'title' | 'use',
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly (Element | string)[]
): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
};
