import { describe, expect, it } from 'vitest';
import { Served } from '../peer/served.ts';

describe('21 /zookeeper/config', () => {
  it('holds the configuration in force, which no transaction has written', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getData', path: '/zookeeper/config', watch: false });
    expect(answer.data).toBe('server.1=10.0.0.2:2888:3888:participant;0.0.0.0:2181\nversion=0');
    expect(answer.stat).toMatchObject({ version: -1, mzxid: 0, dataLength: answer.data?.length });
  });

  it('other nodes are as the tree has them', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getData', path: '/zookeeper/quota', watch: false });
    expect([answer.data, answer.stat?.version]).toEqual(['', 0]);
  });
});
