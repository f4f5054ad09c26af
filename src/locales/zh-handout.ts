/** Simplified Chinese for handouts. */
import type { HandoutCatalogue } from './en-handout.ts';
import { formatsOf } from './message.ts';

const { integer } = formatsOf('zh-CN');

export const zhHandout: HandoutCatalogue = {
  title: '讲义',
  open: '讲义……',
  ofLesson: '本课的讲义……',
  ofRun: '用这些书签做讲义……',
  says: '一份可以打印或保存的材料：每一步一幅图，配上说明，浅色，适合 A4 或 Letter 纸。',
  source: '步骤取自',
  sources: { lesson: '课程的各个步骤', run: '这次运行的书签' },
  noSteps: '还没有书签：在值得打印的地方按 M 设置一个。',
  steps: (count) => `${integer(count)} 步`,
  name: '标题',
  withAnswers: '最后一页附答案',
  make: '生成',
  making: (done, of) => `第 ${integer(done)} 步，共 ${integer(of)} 步`,
  cancel: '取消',
  print: '打印……',
  save: '保存为文件',
  again: '重新生成',
  ready: (count) => `已完成：${integer(count)} 步，打印效果如下。`,
  preview: '打印效果',

  place: (time, event) => `${time} s，${integer(event)} 个事件之后`,
  link: '打开这次运行并继续',
  lessonLink: '自己走一遍这一课',
  predict: '翻页之前先想一想：',
  answers: '答案',
  picture: (title) => `图：${title}`,
};
