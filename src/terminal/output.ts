/** Standard output, many lines at a time. A reader that goes away (`| head`) ends the program quietly. */
import { once } from 'node:events';

const BATCH_LETTERS = 65_536;

export class Output {
  #waiting = '';

  constructor() {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }

  async line(text: string): Promise<void> {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= BATCH_LETTERS) await this.end();
  }

  /** Writes what waits; more may follow. */
  async end(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
