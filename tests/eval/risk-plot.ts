// The risk-coverage curve as a picture: an SVG without scripts or fonts of its own, readable on light and dark pages.
import type { Point } from '../corpus/measure.ts';

const [WIDTH, HEIGHT] = [640, 300];
const [LEFT, RIGHT, TOP, FOOT] = [64, 24, 24, 48];
const percent = (share: number, digits = 0) => `${(share * 100).toFixed(digits)} %`;

/** Coverage to the right, risk upwards, one dot for each line of confidence; the last is where the app stands. */
export function drawCurve(points: readonly Point[], aim: number): string {
  const least = Math.floor(Math.min(...points.map(({ coverage }) => coverage)) * 20) / 20;
  const most = Math.max(aim * 1.5, ...points.map(({ risk }) => risk * 1.25));
  const x = (coverage: number) => LEFT + ((coverage - least) / (1 - least)) * (WIDTH - LEFT - RIGHT);
  const y = (risk: number) => HEIGHT - FOOT - (risk / most) * (HEIGHT - TOP - FOOT);
  const at = ({ coverage, risk }: Point) => `${x(coverage).toFixed(1)},${y(risk).toFixed(1)}`;
  const marks = points.map((point, index) => {
    const here = index === points.length - 1;
    const [cx, cy] = at(point).split(',');
    return `<circle cx="${cx}" cy="${cy}" r="${here ? 6 : 3.5}" fill="${here ? '#c2410c' : '#4a6fa5'}"><title>at most ${percent(point.atMost)} unclaimed: coverage ${percent(point.coverage, 1)}, risk ${percent(point.risk, 2)}</title></circle>`;
  });
  const ticks = [least, (least + 1) / 2, 1].map(
    (share) => `<text x="${x(share).toFixed(1)}" y="${HEIGHT - 26}" text-anchor="middle">${percent(share)}</text>`,
  );
  const last = points.at(-1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#777">
<title>Risk against coverage</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="none"/>
<path d="M${LEFT} ${TOP}V${HEIGHT - FOOT}H${WIDTH - RIGHT}" fill="none" stroke="#999"/>
<path d="M${LEFT} ${y(aim).toFixed(1)}H${WIDTH - RIGHT}" stroke="#999" stroke-dasharray="4 4"/>
<text x="${LEFT + 6}" y="${(y(aim) - 6).toFixed(1)}">aim: ${percent(aim)} wrong of what is answered</text>
<polyline points="${points.map(at).join(' ')}" fill="none" stroke="#4a6fa5" stroke-width="2"/>
${marks.join('\n')}
${last ? `<text x="${(x(last.coverage) - 10).toFixed(1)}" y="${(y(last.risk) - 10).toFixed(1)}" text-anchor="end">Sotto today: ${percent(last.risk, 2)} at ${percent(last.coverage, 1)}</text>` : ''}
${ticks.join('\n')}
<text x="${LEFT - 8}" y="${(y(0) + 4).toFixed(1)}" text-anchor="end">0 %</text>
<text x="${LEFT - 8}" y="${TOP + 4}" text-anchor="end">${percent(most, 1)}</text>
<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">questions answered, of all that were asked with slips and talk</text>
</svg>
`;
}
