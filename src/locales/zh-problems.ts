/** What is wrong with a scenario or a zoo.cfg, and what to do about it, in Chinese. */
import type { Problem } from '../scenario/decode.ts';
import type { ZooCfgProblem } from '../zookeeper/config/zoo-cfg.ts';
import type { ProblemWords } from './en-problems.ts';
import { t } from './zh-terms.ts';

export function scenarioProblem({ kind, expected, received }: Problem): ProblemWords {
  switch (kind) {
    case 'missing':
      return { what: '缺失', remedy: `请补上${expected === '' ? '' : `：${expected}`}` };
    case 'unknownKey':
      return { what: '不是这里认识的字段', remedy: '请删除，或改正拼写' };
    case 'duplicateServer':
      return { what: t`重复了服务器${received}`, remedy: '请给每台服务器各自的 sid' };
    case 'notInOneGroup':
      return { what: t`没有把投票者${received}恰好归入一组`, remedy: '请把每个投票者归入一个组' };
    case 'unknownServer':
      return { what: t`提到了不存在的服务器${received}`, remedy: t`请添加它，或改用${expected}之一` };
    case 'zxidOrder':
      return { what: t`是${received}，没有大于它前面的${expected}`, remedy: '请按 zxid 的顺序排列事务' };
    case 'notAWrite':
      return { what: t`是${received}，不产生事务`, remedy: '请使用写操作，如 create 或 setData' };
    case 'unknownZxid':
      return {
        what: t`提到了${received}，该磁盘上没有这条事务`,
        remedy: expected === '' ? '请添加这条事务' : t`请改用${expected}之一`,
      };
    case 'inNoFile':
      return {
        what: t`使${received}既不在任何日志文件中，也不在快照中`,
        remedy: t`请在${expected}或更后处加一个快照，或让某个日志文件从它或更早处开始`,
      };
    case 'outOfOrder':
      return { what: t`在${received} ms，早于它上面的步骤`, remedy: t`请上移，或改为${expected}或更晚` };
    default:
      return { what: t`是${received}`, remedy: t`必须是${expected}` };
  }
}

export function zooCfgProblem({ kind, key, expected, received }: ZooCfgProblem): ProblemWords {
  switch (kind) {
    case 'badServerId':
      return { what: `“${received}”不是服务器编号`, remedy: t`请在${key}的点号后写一个数字` };
    case 'badAddress':
      return { what: `“${received}”不是服务器地址`, remedy: '请写成 host:quorumPort:electionPort' };
    case 'badPort':
      return { what: `“${received}”不是端口`, remedy: '端口是 0 到 65535 的数字' };
    case 'badRole':
      return { what: `“${received}”不是角色`, remedy: '请写 participant 或 observer' };
    case 'rolesDiffer':
      return { what: '各地址写了不同的角色', remedy: '一台服务器只有一个角色：只在最后写一次' };
    case 'roleAfterClient':
      return { what: `“${received}”写在了客户端端口之后`, remedy: '角色应写在“;”之前' };
    case 'badClientAddress':
      return { what: `“${received}”不是客户端地址`, remedy: '请写 ;port 或 ;host:port' };
    case 'wrongValue':
      return { what: `${key} 是“${received}”`, remedy: t`必须是${expected}` };
    case 'missing':
      return key === 'dataDir'
        ? { what: '缺少 dataDir', remedy: '没有它，服务器无法启动' }
        : { what: t`缺少${key}`, remedy: '集群需要它：示例文件中是 initLimit=10 和 syncLimit=5' };
    case 'duplicateKey':
      return { what: `${key} 在第 ${received} 行已出现`, remedy: '以最后一个为准：请删除另一个' };
    case 'unknownKey':
      return { what: t`ZooKeeper 不认识${key}`, remedy: t`它会成为系统属性 zookeeper.${key}：请检查拼写` };
    case 'onlyInDynamicFile':
      return { what: `${key} 与 dynamicConfigFile 写在了一起`, remedy: '请移到动态配置文件中' };
    case 'notInDynamicFile':
      return { what: `${key} 写在了动态配置文件中`, remedy: '那里只放服务器、组、权重与版本：请移到 zoo.cfg' };
    case 'dynamicFileNeeded':
      return { what: '服务器写在另一个文件中', remedy: '请一并提供动态配置文件' };
    case 'dynamicFileUnused':
      return { what: '动态配置文件没有被读取', remedy: '请用 dynamicConfigFile 指定它，或不提供' };
    case 'electionAlgGone':
      return { what: t`选举算法${received}自 3.6 起已移除`, remedy: '请删除这一行：只剩 3 了' };
    case 'multiAddressDisabled':
      return { what: `${key} 有多个地址`, remedy: '请加上 multiAddress.enabled=true，或只留一个' };
    case 'noVoters':
      return { what: '所有服务器都是 observer', remedy: '请至少让一台成为 participant' };
    case 'serverInTwoGroups':
      return { what: t`服务器${received}也在另一个组中`, remedy: '一台服务器只在一个组中' };
    case 'voterInNoGroup':
      return { what: t`服务器${received}不在任何组中`, remedy: '有组或权重时，每个 participant 都须在某个组中' };
    case 'unknownServer':
      return { what: t`没有服务器${received}`, remedy: t`请添加 server.${received}，或从${key}中去掉它` };
    case 'sessionTimeoutsCross':
      return { what: t`minSessionTimeout ${received} 大于 maxSessionTimeout ${expected}`, remedy: '请调小它' };
    case 'clientPortDiffers':
      return {
        what: t`它的客户端端口是${received}，而 clientPort 是${expected}`,
        remedy: '这样的服务器不会启动：请去掉其中之一',
      };
    case 'raised':
      return { what: t`${key} 是${received}`, remedy: t`最小值是${expected}：ZooKeeper 会采用它` };
    case 'observersWithoutQuorum':
      return {
        what: 'observer 需要 quorum，而只有一个投票者时会以 standalone 模式运行',
        remedy: '增加投票者，或设置 standaloneEnabled=false，让它成为只有一台服务器的 quorum',
      };
    case 'twoVoters':
      return { what: '两个投票者不能容忍任何故障', remedy: '三个可以容忍一个' };
    case 'evenVoters':
      return { what: `${received} 个投票者能容忍的故障并不比少一个时更多`, remedy: '奇数个就够了' };
    default:
      return {
        what: '只有一个投票者时会以 standalone 模式运行',
        remedy:
          '它不进行选举，也没有 epoch；设置 standaloneEnabled=false 后，它就是只有一台服务器的 quorum，自己担任 leader',
      };
  }
}
