// The page's line icons, drawn on a grid of 24.

const paths = {
  hash: 'M9 4 7 20M17 4l-2 16M4.500 9H20M4 15h15.500',
  thread: 'M4 6h16M4 11h9M4 16h5M15 13l4 4-4 4M19 17h-7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  members: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 20c0-3.600 2.900-6 6.500-6s6.500 2.400 6.500 6M16 4.500a3.300 3.300 0 0 1 0 6.200M18 14.600c2.200.8 3.500 2.700 3.500 5.400',
  sun: 'M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M4.900 4.900l1.800 1.800M17.300 17.300l1.800 1.800M4.900 19.100l1.800-1.800M17.300 6.700l1.800-1.800',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.500 14.500c.9 1.300 2.100 2 3.500 2s2.600-.7 3.500-2M9 9.500v.5M15 9.500v.5',
  more: 'M5.500 12h.01M12 12h.01M18.500 12h.01',
  plus: 'M12 5v14M5 12h14',
  send: 'M4.500 12 20 4.500 15.500 20l-3.700-6.300ZM11.800 13.700 20 4.500',
  trash: 'M4.500 6.500h15M9.500 6.500V4h5v2.500M6.500 6.500 7.500 20h9l1-13.500M10 10.500v6M14 10.500v6',
  pencil: 'M4.500 19.500 5.500 15 16 4.500l3.500 3.500L9 18.500Z',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  crown: 'M4 18h16l1.500-10-5.500 4-4-7-4 7-5.500-4Z',
  down: 'M6 9l6 6 6-6',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 14.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600Z',
  app: 'M5 5h5v5H5ZM14 5h5v5h-5ZM5 14h5v5H5ZM16.500 13.500v6M13.500 16.500h6',
  warning: 'M12 4 2.500 20h19ZM12 10v5M12 17.500v.01',
  slash: 'M8 20 16 4',
};

const svg = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.dataset.icon = name;
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  drawing.append(path);
  return drawing;
}
