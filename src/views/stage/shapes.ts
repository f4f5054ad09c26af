/** The shape of a message by its family, around the origin; the triangle points along `angle` (degrees, 0 = right). */
import { assertUnreachable } from '../../base/assert.ts';
import type { PacketFamily } from '../../zookeeper/packets.ts';
import { round } from './geometry.ts';

export function shapePath(family: PacketFamily, size: number): string {
  switch (family) {
    case 'election':
      return polygon([0, 120, 240], size * 1.24);
    case 'discovery':
      return polygon([0, 90, 180, 270], size * 1.16);
    case 'sync':
      return polygon([0, 60, 120, 180, 240, 300], size);
    case 'broadcast':
      return circle(size);
    case 'client':
      return polygon([45, 135, 225, 315], size * 1.22);
    case 'other':
      return circle(size * 0.4);
    default:
      return assertUnreachable(family);
  }
}

function polygon(degrees: readonly number[], radius: number): string {
  const points = degrees.map((degree) => {
    const angle = (degree * Math.PI) / 180;
    return `${round(radius * Math.cos(angle))} ${round(radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

function circle(radius: number): string {
  const r = round(radius);
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}
