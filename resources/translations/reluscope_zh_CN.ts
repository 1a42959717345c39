<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AfreshSettings</name>
    <message>
        <source>Starts afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>from epoch 0</source>
        <translation>从第 0 轮起</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>initialization</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Softmax cross-entropy</source>
        <translation>Softmax 交叉熵</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Half squared error</source>
        <translation>二分之一平方误差</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Sets the learning rate to the usual one of the optimizer.</source>
        <translation>学习率会随之设为该优化器的常用值。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The automatic one for these data: %1.</source>
        <translation>自动：按当前数据采用%1。</translation>
    </message>
</context>
<context>
    <name>AppearanceMenus</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>BranchForm</name>
    <message>
        <source>Continue from epoch %1</source>
        <translation>从第 %1 轮继续</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run to continue</source>
        <translation>要继续的网络</translation>
    </message>
</context>
<context>
    <name>CodeTab</name>
    <message>
        <source>No function is shown.</source>
        <translation>没有显示任何函数。</translation>
    </message>
    <message>
        <source>Tick one in the list to see its formula and its code.</source>
        <translation>在列表中勾选一个函数，就能看到它的公式和代码。</translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation>PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy the formula</source>
        <translation>复制公式</translation>
    </message>
    <message>
        <source>Copy the PyTorch code</source>
        <translation>复制 PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy the C++ code</source>
        <translation>复制 C++ 代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>C++ code with this library</source>
        <translation>使用本程序库的 C++ 代码</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中有 %1 个</translation>
    </message>
    <message>
        <source>%1 recognized: %2</source>
        <translation>%1 认对：%2</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3</source>
        <translation>%1 被认作 %2：%3</translation>
    </message>
    <message>
        <source>All are recognized.</source>
        <translation>全部认对。</translation>
    </message>
    <message>
        <source>%1: diverged.</source>
        <translation>%1：发散。</translation>
    </message>
    <message>
        <source>Epoch %1. %2: %3 of %4 test examples recognized.</source>
        <translation>第 %1 轮。%2：%4 个测试样本认对 %3 个。</translation>
    </message>
    <message>
        <source>Most frequent mistake: %1.</source>
        <translation>最常见的错误：%1。</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>被认作</translation>
    </message>
    <message>
        <source>taken for, in % of the row</source>
        <translation>被认作（占该行的百分比）</translation>
    </message>
</context>
<context>
    <name>CostBars</name>
    <message>
        <source>Cost per element</source>
        <translation>每个元素的耗时</translation>
    </message>
    <message>
        <source>%1: f %2 ns, f&apos; %3 ns.</source>
        <translation>%1：f %2 ns，f&apos; %3 ns。</translation>
    </message>
    <message>
        <source>%1: being measured.</source>
        <translation>%1：测量中。</translation>
    </message>
    <message>
        <source>Copying: %1 ns.</source>
        <translation>复制：%1 ns。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>f, ns per element</source>
        <translation>f，ns/元素</translation>
    </message>
    <message>
        <source>f&apos;, ns per element</source>
        <translation>f&apos;，ns/元素</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>测量中……</translation>
    </message>
    <message>
        <source>┆ copy %1</source>
        <translation>┆ 复制 %1</translation>
    </message>
</context>
<context>
    <name>CostTab</name>
    <message>
        <source>An experiment is training: the figures may be too high.</source>
        <translation>实验正在训练，测得的数值可能偏大。</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Tick a function to measure what it costs.</source>
        <translation>勾选函数，即可测量它的耗时。</translation>
    </message>
    <message>
        <source>%1 floats on one core, %2; reading and writing alone %3 ns.</source>
        <translation>%1 个 float，单核，%2；仅读写需 %3 ns。</translation>
    </message>
    <message>
        <source>%1 floats on one core, %2.</source>
        <translation>%1 个 float，单核，%2。</translation>
    </message>
</context>
<context>
    <name>CurvePlots</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>hatched: %1 has no gradient here</source>
        <translation>斜线区：%1 在此没有梯度</translation>
    </message>
    <message>
        <source>hatched: no gradient here for %1</source>
        <translation>斜线区：%1 在此没有梯度</translation>
    </message>
    <message>
        <source>hatched: no gradient here for one of %1</source>
        <translation>斜线区：%1 之一在此没有梯度</translation>
    </message>
    <message>
        <source>no gradient: %1</source>
        <translation>没有梯度：%1</translation>
    </message>
    <message>
        <source>almost none: %1</source>
        <translation>几乎没有：%1</translation>
    </message>
    <message>
        <source>x = %1.</source>
        <translation>x = %1。</translation>
    </message>
    <message>
        <source>%1: f %2, f&apos; %3.</source>
        <translation>%1：f %2，f&apos; %3。</translation>
    </message>
    <message>
        <source>%1: f %2, f&apos; %3, no gradient.</source>
        <translation>%1：f %2，f&apos; %3，没有梯度。</translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation>f(x)</translation>
    </message>
    <message>
        <source>f&apos;(x)</source>
        <translation>f&apos;(x)</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>x = %1</source>
        <translation>x = %1</translation>
    </message>
    <message>
        <source>Tick a function to see its curve.</source>
        <translation>勾选一个函数，就能看到它的曲线。</translation>
    </message>
    <message>
        <source>grey: almost none for %1 (|f&apos;| &lt; %2 % of its peak)</source>
        <translation>灰色区：%1 几乎没有梯度（|f&apos;| 小于峰值的 %2 %）</translation>
    </message>
</context>
<context>
    <name>CurveTabs</name>
    <message>
        <source>Properties</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>求值</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>More about the shown functions</source>
        <translation>所显示函数的更多内容</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>计算成本</translation>
    </message>
    <message>
        <source>Input distribution</source>
        <translation>输入分布</translation>
    </message>
</context>
<context>
    <name>CurvesModel</name>
    <message>
        <source>show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>多个函数</translation>
    </message>
    <message>
        <source>mean of the input</source>
        <translation>输入的均值</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>standard deviation of the input</source>
        <translation>输入的标准差</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
</context>
<context>
    <name>DataFiles</name>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>DataSettings</name>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 train, %2 test</source>
        <translation>训练 %1，测试 %2</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>DecisionSurfaces</name>
    <message>
        <source>What it learned</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>%1: decision surface, test accuracy %2.</source>
        <translation>%1：决策面，测试准确率 %2。</translation>
    </message>
</context>
<context>
    <name>Diverged</name>
    <message>
        <source>no finite output</source>
        <translation>输出不再有限</translation>
    </message>
</context>
<context>
    <name>EndLabels</name>
    <message>
        <source>+%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
</context>
<context>
    <name>EpochTile</name>
    <message>
        <source>Loss per epoch</source>
        <translation>每轮损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>every %1th epoch</source>
        <translation>每 %1 轮取一点</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>div.</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中 %1 个</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其余全部</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>其余 %1 个</translation>
    </message>
    <message>
        <source>%1 diverged at step %2: layer %3 first</source>
        <translation>%1 在第 %2 步发散：最先是第 %3 层</translation>
    </message>
    <message>
        <source>%1 diverged at step %2: the loss first</source>
        <translation>%1 在第 %2 步发散：最先是损失</translation>
    </message>
    <message>
        <source>%1: diverged.</source>
        <translation>%1：发散。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1:%2。</translation>
    </message>
    <message>
        <source>Epoch %1.</source>
        <translation>第 %1 轮。</translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 发散</translation>
    </message>
</context>
<context>
    <name>EvaluateTab</name>
    <message>
        <source>line %1, number %2</source>
        <translation>第 %1 行第 %2 个</translation>
    </message>
    <message>
        <source>A number is missing before a separator (%1).</source>
        <translation>分隔符前缺少一个数（%1）。</translation>
    </message>
    <message>
        <source>“%1” is not a float32 number (%2).</source>
        <translation>“%1”不是 float32 数（%2）。</translation>
    </message>
    <message>
        <source>The others are evaluated.</source>
        <translation>其余的数照常求值。</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Numbers to evaluate</source>
        <translation>要求值的数</translation>
    </message>
    <message>
        <source>Type numbers, or paste a column</source>
        <translation>输入若干数，也可粘贴一列</translation>
    </message>
    <message>
        <source>Copies the table, for a spreadsheet</source>
        <translation>复制整张表，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Values of the functions</source>
        <translation>函数值</translation>
    </message>
    <message>
        <source>Tick a function in the list to evaluate it.</source>
        <translation>在列表中勾选一个函数，即可求值。</translation>
    </message>
    <message>
        <source>Only the first %1 numbers are evaluated.</source>
        <translation>只对前 %1 个数求值。</translation>
    </message>
    <message>
        <source>Write numbers, such as −1, 0, 1.</source>
        <translation>请输入数，例如 −1, 0, 1。</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 个数</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 个数</translation>
    </message>
    <message>
        <source>1 more fault.</source>
        <translation>另有 1 处错误。</translation>
    </message>
    <message>
        <source>%1 more faults.</source>
        <translation>另有 %1 处错误。</translation>
    </message>
</context>
<context>
    <name>EvaluationModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>layer %1: %2 revived</source>
        <translation>第 %1 层：%2 个神经元复活</translation>
    </message>
    <message>
        <source>layer %1 lost 1 unit</source>
        <translation>第 %1 层死亡 1 个神经元</translation>
    </message>
    <message>
        <source>layer %1 lost %2 units</source>
        <translation>第 %1 层死亡 %2 个神经元</translation>
    </message>
    <message>
        <source>diverged: layer %1 first left the finite range at step %2</source>
        <translation>发散：第 %2 步时第 %1 层最先超出有限范围</translation>
    </message>
    <message>
        <source>diverged: the loss left the finite range at step %1</source>
        <translation>发散：第 %1 步时损失超出有限范围</translation>
    </message>
    <message>
        <source>PReLU slope of layer %1 is now %2</source>
        <translation>第 %1 层的 PReLU 斜率现为 %2</translation>
    </message>
    <message>
        <source>unit %1 of layer %2 was killed</source>
        <translation>第 %2 层的神经元 %1 被关闭</translation>
    </message>
    <message>
        <source>unit %1 of layer %2 was revived</source>
        <translation>第 %2 层的神经元 %1 被重新激活</translation>
    </message>
    <message>
        <source>learning rate set to %1</source>
        <translation>学习率改为 %1</translation>
    </message>
    <message>
        <source>momentum set to %1</source>
        <translation>动量改为 %1</translation>
    </message>
    <message>
        <source>weight decay set to %1</source>
        <translation>权重衰减改为 %1</translation>
    </message>
    <message>
        <source>batch size set to %1</source>
        <translation>批大小改为 %1</translation>
    </message>
    <message>
        <source>stopped: no progress for 1 epoch</source>
        <translation>已停止：1 轮没有进步</translation>
    </message>
    <message>
        <source>stopped: no progress for %1 epochs</source>
        <translation>已停止：连续 %1 轮没有进步</translation>
    </message>
    <message>
        <source>Nesterov&apos;s momentum turned on</source>
        <translation>开启 Nesterov 动量</translation>
    </message>
    <message>
        <source>Nesterov&apos;s momentum turned off</source>
        <translation>关闭 Nesterov 动量</translation>
    </message>
    <message>
        <source>stopped at %1 % training accuracy</source>
        <translation>已停止：训练准确率达到 %1 %</translation>
    </message>
    <message>
        <source>stopped at training loss %1</source>
        <translation>已停止：训练损失降到 %1</translation>
    </message>
    <message>
        <source>layer %1 lost %2 unit, %3 revived</source>
        <translation>第 %1 层：死亡 %2 个，复活 %3 个</translation>
    </message>
    <message>
        <source>layer %1 lost %2 units, %3 revived</source>
        <translation>第 %1 层：死亡 %2 个，复活 %3 个</translation>
    </message>
</context>
<context>
    <name>EventsTile</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events, newest first</source>
        <translation>事件，最新的在前</translation>
    </message>
    <message>
        <source>Click an event to go back to its epoch.</source>
        <translation>单击事件即可回到当时那一轮。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有发生什么。</translation>
    </message>
    <message>
        <source>Units that die or are revived, and runs that diverge, are told of here.</source>
        <translation>神经元的死亡与复活、训练的发散都会列在这里。</translation>
    </message>
    <message>
        <source>Epoch %1, %2: %3</source>
        <translation>第 %1 轮，%2：%3</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, in the light theme</source>
        <translation>%1 × %2 像素，浅色主题</translation>
    </message>
    <message>
        <source>Sharp at every size, in the light theme</source>
        <translation>矢量图，任意缩放都清晰，浅色主题</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder.</source>
        <translation>无法写入“%1”。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 × %2 pixels are more than %3 megapixels. Choose a smaller size or resolution.</source>
        <translation>%1 × %2 像素超过了 %3 百万像素的上限。请减小尺寸或分辨率。</translation>
    </message>
    <message>
        <source>Writing “%1”…</source>
        <translation>正在写入“%1”…</translation>
    </message>
    <message>
        <source>The picture is too large for the memory. Choose a smaller size or resolution.</source>
        <translation>图片过大，内存不足。请减小尺寸或分辨率。</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>已保存“%1”。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>要保存对“%1”的修改吗？</translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation>如果不保存，修改将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Data (CSV, IDX)</source>
        <translation>数据（CSV、IDX）</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>导出结果</translation>
    </message>
</context>
<context>
    <name>FileSettings</name>
    <message>
        <source>Classes</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>选择数据文件</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>FittedCurves</name>
    <message>
        <source>What it learned</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>x = %1</source>
        <translation>x = %1</translation>
    </message>
    <message>
        <source>%1: diverged.</source>
        <translation>%1：发散。</translation>
    </message>
    <message>
        <source>%1: fitted curve, test loss %2.</source>
        <translation>%1：拟合曲线，测试损失 %2。</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
</context>
<context>
    <name>FunctionList</name>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>收起列表</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>Find a function</source>
        <translation>查找函数</translation>
    </message>
    <message>
        <source>Find a function (%1)</source>
        <translation>查找函数（%1）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Show all functions of the list</source>
        <translation>显示列表中的所有函数</translation>
    </message>
    <message>
        <source>None</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Show none of the functions of the list</source>
        <translation>隐藏列表中的所有函数</translation>
    </message>
    <message>
        <source>No function has “%1” in its name.</source>
        <translation>没有名称含“%1”的函数。</translation>
    </message>
</context>
<context>
    <name>FunctionPicker</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>All shown</source>
        <translation>所有已显示的函数</translation>
    </message>
</context>
<context>
    <name>GradientLadderTile</name>
    <message>
        <source>Gradient ladder</source>
        <translation>逐层梯度</translation>
    </message>
    <message>
        <source>‖∂L/∂W‖, %1</source>
        <translation>‖∂L/∂W‖，%1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>%1: diverged.</source>
        <translation>%1：发散。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>锐度</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Sharpness · largest curvature of the loss</source>
        <translation>锐度 · 损失的最大曲率</translation>
    </message>
    <message>
        <source>‖∂L/∂W‖ %1</source>
        <translation>‖∂L/∂W‖ %1</translation>
    </message>
</context>
<context>
    <name>ImagePrediction</name>
    <message>
        <source>%1, %2, right</source>
        <translation>%1，%2，正确</translation>
    </message>
    <message>
        <source>%1, %2, wrong: it is %3</source>
        <translation>%1，%2，错误：其实是%3</translation>
    </message>
</context>
<context>
    <name>InPlacePanel</name>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>input after</source>
        <translation>之后的输入</translation>
    </message>
    <message>
        <source>%1 out of place: the input stays</source>
        <translation>%1 非原地计算：输入保持不变</translation>
    </message>
    <message>
        <source>In place (PyTorch has none for it): the input is overwritten</source>
        <translation>原地计算（PyTorch 未提供）：输入被覆盖</translation>
    </message>
    <message>
        <source>In place (%1): the input is overwritten</source>
        <translation>原地计算（%1）：输入被覆盖</translation>
    </message>
    <message>
        <source>The backward pass can&apos;t find the input any more: x = %1 has become %2.</source>
        <translation>反向传播时原值已不在：x = %1 已变为 %2。</translation>
    </message>
    <message>
        <source>These numbers stay what they are: here f(x) = x.</source>
        <translation>这些数保持原样：此处 f(x) = x。</translation>
    </message>
    <message>
        <source>Out of place and in place</source>
        <translation>非原地与原地</translation>
    </message>
</context>
<context>
    <name>InitializationEditor</name>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>PyTorch&apos;s default draws the biases, too.</source>
        <translation>PyTorch 默认方式也会随机抽取偏置。</translation>
    </message>
</context>
<context>
    <name>InputDistributionTab</name>
    <message>
        <source>Mean μ</source>
        <translation>均值 μ</translation>
    </message>
    <message>
        <source>Of the pre-activation z ~ N(μ, σ²)</source>
        <translation>预激活值 z ~ N(μ, σ²) 的参数</translation>
    </message>
    <message>
        <source>f over the density of z</source>
        <translation>f 与 z 的密度</translation>
    </message>
    <message>
        <source>z = %1</source>
        <translation>z = %1</translation>
    </message>
    <message>
        <source>f and the density of z</source>
        <translation>f 与 z 的密度</translation>
    </message>
    <message>
        <source>Density of f(z)</source>
        <translation>f(z) 的密度</translation>
    </message>
    <message>
        <source>z ~ N(%1, %2²). %3</source>
        <translation>z ~ N(%1, %2²)。%3</translation>
    </message>
    <message>
        <source>Std. dev. σ</source>
        <translation>标准差 σ</translation>
    </message>
</context>
<context>
    <name>LayersEditor</name>
    <message>
        <source>Add layer</source>
        <translation>加一层</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>减一层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>units of layer %1</source>
        <translation>第 %1 层的神经元数</translation>
    </message>
    <message>
        <source>Fewer units in layer %1</source>
        <translation>第 %1 层减少神经元</translation>
    </message>
    <message>
        <source>More units in layer %1</source>
        <translation>第 %1 层增加神经元</translation>
    </message>
</context>
<context>
    <name>LearnedTile</name>
    <message>
        <source>What it learned</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>This data has no picture.</source>
        <translation>这份数据画不成图。</translation>
    </message>
    <message>
        <source>Choose data with one feature and a value, two features and two classes, or images.</source>
        <translation>请选择一个特征加数值的数据、两个特征两个类别的数据，或图片数据。</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Shown run</source>
        <translation>显示的网络</translation>
    </message>
</context>
<context>
    <name>LineLegend</name>
    <message>
        <source>Strong lines: test. Pale lines: training.</source>
        <translation>深色线：测试;浅色线：训练。</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>LiveSettings</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Takes effect at the next epoch.</source>
        <translation>从下一轮起生效。</translation>
    </message>
    <message>
        <source>Changes at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>while it trains</source>
        <translation>训练中也可改</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum is a part of it.</source>
        <translation>Adam 自带动量，不必另设。</translation>
    </message>
    <message>
        <source>Nesterov&apos;s momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How many Run trains, and over how many a cosine goes.</source>
        <translation>按“运行”训练多少轮，余弦调度也以此为长度。立即生效。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>stop rules</source>
        <translation>停止规则</translation>
    </message>
    <message>
        <source>Looks ahead to where its momentum takes it.</source>
        <translation>在动量将要到达之处求梯度。立即生效。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>曲线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1(已修改)</translation>
    </message>
    <message>
        <source>%1 – Reluscope</source>
        <translation>%1 – Reluscope</translation>
    </message>
    <message>
        <source>About Reluscope</source>
        <translation>关于 Reluscope</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reluscope %1&lt;/b&gt;&lt;p&gt;An oscilloscope for activation functions: watch them bend, learn, saturate and die.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Reluscope %1&lt;/b&gt;&lt;p&gt;激活函数的示波器:看它们弯折、学习、饱和、死亡。&lt;/p&gt;&lt;p&gt;自由软件,以 GNU 通用公共许可证第 3 版或更高版本发布。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>T&amp;iles</source>
        <translation>图块(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Memory for the past</source>
        <translation>历史记录的内存(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Show all in their places</source>
        <translation>全部按原位显示(&amp;S)</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation>学习率(&amp;R)</translation>
    </message>
    <message>
        <source>open a run of the sweep</source>
        <translation>打开扫描中的一次运行</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>MomentsTable</name>
    <message>
        <source>Figures of f under z</source>
        <translation>z 服从该分布时 f 的各项数值</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Variance over 50 layers, He normal</source>
        <translation>50 层中的方差，He 正态</translation>
    </message>
    <message>
        <source>Variance, 50 He layers</source>
        <translation>50 层方差，He 正态</translation>
    </message>
    <message>
        <source>Tick a function to see what it makes of z.</source>
        <translation>勾选函数，即可看到它对 z 的作用。</translation>
    </message>
    <message>
        <source>%1: E f %2, E f² %3, E f&apos;² %4, no gradient %5, almost none %6, variance after 50 layers (He normal) %7.</source>
        <translation>%1：E f %2，E f² %3，E f&apos;² %4，没有梯度 %5，几乎没有梯度 %6，50 层后的方差（He 正态）%7。</translation>
    </message>
    <message>
        <source>E is the mean over z; the share τ is of the largest |f&apos;|. The variance is that of z after 1 to 50 wide layers with He normal weights (variance 2 / fan-in) and biases 0, on a logarithmic axis; the dashed line is the variance at the start.</source>
        <translation>E 是对 z 求的期望；τ 是相对 |f&apos;| 的最大值而言。方差是 z 经过 1 至 50 个足够宽的层之后的方差，权重按 He 正态初始化（方差 2 / 扇入），偏置为 0；纵轴为对数刻度，虚线是起始方差。</translation>
    </message>
</context>
<context>
    <name>NeuronView</name>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <source>&gt; 99 %</source>
        <translation>&gt; 99 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>z = %1</source>
        <translation>z = %1</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: diverged.</source>
        <translation>%1：发散。</translation>
    </message>
    <message>
        <source>%1: %2 without gradient.</source>
        <translation>%1：%2 没有梯度。</translation>
    </message>
    <message>
        <source>%1: %2 almost without gradient.</source>
        <translation>%1：%2 几乎没有梯度。</translation>
    </message>
    <message>
        <source>%1: %2 without gradient, %3 almost without.</source>
        <translation>%1：%2 没有梯度，%3 几乎没有梯度。</translation>
    </message>
</context>
<context>
    <name>NeuronsTile</name>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Where the neurons live</source>
        <translation>神经元落在哪里</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 units × %2 examples</source>
        <translation>%1 个神经元 × %2 个样本</translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>no gradient: f&apos; = 0</source>
        <translation>没有梯度：f&apos; = 0</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <source>almost none: |f&apos;| below 1 % of its peak</source>
        <translation>几乎没有梯度：|f&apos;| 小于峰值的 1 %</translation>
    </message>
    <message>
        <source>almost none</source>
        <translation>几乎没有</translation>
    </message>
    <message>
        <source>Layer %1.</source>
        <translation>第 %1 层。</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Nothing is written. Write a number, such as %1.</source>
        <translation>这里还没有数。请填一个数，例如 %1。</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write %2, or 1e−3.</source>
        <translation>“%1”不是数。请写 %2 或 1e−3 这样的形式。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number. Write %2.</source>
        <translation>“%1”不是整数。请写 %2。</translation>
    </message>
    <message>
        <source>%1 is out of range. Write %2 to %3.</source>
        <translation>%1 超出范围。请写 %2 到 %3 之间的数。</translation>
    </message>
</context>
<context>
    <name>OptimizerDetails</name>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>ε, in the divisor</source>
        <translation>ε（分母项）</translation>
    </message>
    <message>
        <source>Divides by the deviation of the gradient rather than its mean square. Starts afresh, from epoch 0.</source>
        <translation>除以梯度的标准差，而不是均方根。从第 0 轮重新开始。</translation>
    </message>
    <message>
        <source>centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>How much of the mean square of the gradient stays at each step</source>
        <translation>每步保留多少梯度平方的均值</translation>
    </message>
    <message>
        <source>β₁, mean</source>
        <translation>β₁（均值）</translation>
    </message>
    <message>
        <source>How much of the mean of the gradient stays at each step</source>
        <translation>每步保留多少梯度的均值</translation>
    </message>
    <message>
        <source>β₂, mean square</source>
        <translation>β₂（均方）</translation>
    </message>
    <message>
        <source>α, mean square</source>
        <translation>α（均方）</translation>
    </message>
    <message>
        <source>Keeps the step from a division by 0</source>
        <translation>避免除以 0</translation>
    </message>
    <message>
        <source>%1. Starts afresh, from epoch 0.</source>
        <translation>%1。从第 0 轮重新开始。</translation>
    </message>
</context>
<context>
    <name>OutputColumns</name>
    <message>
        <source>Distribution of f(z)</source>
        <translation>f(z) 的分布</translation>
    </message>
    <message>
        <source>%1: mean %2</source>
        <translation>%1：均值 %2</translation>
    </message>
    <message>
        <source>, %1 exactly %2</source>
        <translation>，%1 恰为 %2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>new seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>All runs are finished. Start over, or change the sweep.</source>
        <translation>全部运行已完成。可以从头再来，或改动扫描设置。</translation>
    </message>
    <message>
        <source>Nothing to sweep. Tick what to compare.</source>
        <translation>没有可扫描的内容。请勾选要比较的项目。</translation>
    </message>
    <message>
        <source>Sweep (Space)</source>
        <translation>扫描(空格)</translation>
    </message>
    <message>
        <source>Train (Space)</source>
        <translation>训练(空格)</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Drag, or arrows move, Shift resizes, Enter zooms, Esc cancels</source>
        <translation>拖动框选，或用方向键移动，Shift 调整大小，Enter 放大，Esc 取消</translation>
    </message>
    <message>
        <source>No line is in sight. Double-click or press 0 for the whole view.</source>
        <translation>视野中没有曲线。双击或按 0 键回到完整视图。</translation>
    </message>
</context>
<context>
    <name>PlotActions</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>Zoom to a rectangle</source>
        <translation>框选放大</translation>
    </message>
    <message>
        <source>Whole view</source>
        <translation>完整视图</translation>
    </message>
</context>
<context>
    <name>PointsCanvas</name>
    <message>
        <source>Points</source>
        <translation>数据点</translation>
    </message>
    <message>
        <source>Points painted: %1.</source>
        <translation>已画点数：%1。</translation>
    </message>
</context>
<context>
    <name>PointsEditor</name>
    <message>
        <source>Class 0</source>
        <translation>类别 0</translation>
    </message>
    <message>
        <source>Class 1</source>
        <translation>类别 1</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>clear points</source>
        <translation>清空数据点</translation>
    </message>
    <message>
        <source>A click adds a point, a right click removes one.</source>
        <translation>单击添加一个点，右键单击删除一个点。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>数据点</translation>
    </message>
    <message>
        <source>Each class keeps one point, or there is nothing to tell apart.</source>
        <translation>每个类别至少保留一个点，否则就没有可区分的类别了。</translation>
    </message>
    <message>
        <source>remove point</source>
        <translation>删除数据点</translation>
    </message>
</context>
<context>
    <name>PropertiesModel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>With the parameters set in the list at the left</source>
        <translation>参数取左侧列表中的设定值</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>值域</translation>
    </message>
    <message>
        <source>The values that f takes: [ reaches the end, ( only comes near to it</source>
        <translation>f 的取值范围：方括号表示能取到端点，圆括号表示只能无限接近</translation>
    </message>
    <message>
        <source>Monotone</source>
        <translation>单调性</translation>
    </message>
    <message>
        <source>Whether f never falls</source>
        <translation>f 是否处处不减</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>光滑性</translation>
    </message>
    <message>
        <source>Whether f&apos; and f&apos;&apos; are without jumps</source>
        <translation>f&apos; 和 f&apos;&apos; 是否没有跳跃</translation>
    </message>
    <message>
        <source>Zero-centred</source>
        <translation>零中心化</translation>
    </message>
    <message>
        <source>By the mean output for z ~ N(0,1), in standard deviations of the output: yes below %1, nearly below %2</source>
        <translation>按 z ~ N(0,1) 时输出均值与输出标准差之比判断：小于 %1 为“是”，小于 %2 为“接近”</translation>
    </message>
    <message>
        <source>Saturates</source>
        <translation>饱和区</translation>
    </message>
    <message>
        <source>sup |f&apos;|</source>
        <translation>sup |f&apos;|</translation>
    </message>
    <message>
        <source>The steepest slope of f, up or down</source>
        <translation>f 最陡处的斜率（绝对值）</translation>
    </message>
    <message>
        <source>Mean output, z ~ N(0,1)</source>
        <translation>输出均值，z ~ N(0,1)</translation>
    </message>
    <message>
        <source>The mean of f(z) over normally distributed z with mean 0 and standard deviation 1</source>
        <translation>z 服从均值 0、标准差 1 的正态分布时 f(z) 的均值</translation>
    </message>
    <message>
        <source>Where |f&apos;| stays below %1 % of sup |f&apos;|; exactly: where f&apos; is 0</source>
        <translation>|f&apos;| 始终小于 sup |f&apos;| 的 %1 % 的区域；“f&apos; = 0”表示恒为 0</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PropertiesTab</name>
    <message>
        <source>No function is shown.</source>
        <translation>没有显示任何函数。</translation>
    </message>
    <message>
        <source>Tick one in the list to see what is known about it.</source>
        <translation>在列表中勾选一个函数，就能看到它的性质。</translation>
    </message>
    <message>
        <source>Properties of the shown functions</source>
        <translation>所显示函数的性质</translation>
    </message>
</context>
<context>
    <name>PropertyWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>f&apos; yes, f&apos;&apos; no</source>
        <translation>f&apos; 连续，f&apos;&apos; 不连续</translation>
    </message>
    <message>
        <source>no, kink at %1</source>
        <translation>否，在 %1 处不可导</translation>
    </message>
    <message>
        <source>no, kinks at ±%1</source>
        <translation>否，在 ±%1 处不可导</translation>
    </message>
    <message>
        <source>no, kinks at %1 and %2</source>
        <translation>否，在 %1 和 %2 处不可导</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>无</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>below %1, exactly</source>
        <translation>%1 以下，f&apos;&#xa0;=&#xa0;0</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>above %1, exactly</source>
        <translation>%1 以上，f&apos;&#xa0;=&#xa0;0</translation>
    </message>
    <message>
        <source>beyond ±%1</source>
        <translation>±%1 以外</translation>
    </message>
    <message>
        <source>beyond ±%1, exactly</source>
        <translation>±%1 以外，f&apos;&#xa0;=&#xa0;0</translation>
    </message>
    <message>
        <source>below %1, above %2</source>
        <translation>%1 以下、%2 以上</translation>
    </message>
    <message>
        <source>below %1, above %2, exactly</source>
        <translation>%1 以下、%2 以上，f&apos;&#xa0;=&#xa0;0</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>RaceControl</name>
    <message>
        <source>Who is faster?</source>
        <translation>谁更快？</translation>
    </message>
    <message>
        <source>Epochs, steps and seconds until each run gets to a target</source>
        <translation>每个运行到达目标所用的轮数、步数和秒数</translation>
    </message>
    <message>
        <source>Training accuracy to reach, in percent</source>
        <translation>要达到的训练准确率（百分比）</translation>
    </message>
    <message>
        <source>Training loss to come down to</source>
        <translation>要降到的训练损失</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a target</comment>
        <translation>达到</translation>
    </message>
    <message>
        <source>Faster?</source>
        <translation>谁更快？</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>to %1 % training accuracy</source>
        <translation>训练准确率达到 %1 %</translation>
    </message>
    <message>
        <source>to a training loss of %1</source>
        <translation>训练损失降到 %1</translation>
    </message>
    <message>
        <source>diverged in epoch %1</source>
        <translation>第 %1 轮发散</translation>
    </message>
    <message>
        <source>not yet: %1 at best</source>
        <translation>未达到，最好 %1</translation>
    </message>
    <message>
        <source>Who is faster?</source>
        <translation>谁更快？</translation>
    </message>
    <message>
        <source>Epochs, steps and seconds of training until a run was there for the first time at the end of an epoch. The best of each are marked.</source>
        <translation>每个运行首次在一轮结束时达到目标，共训练了多少轮、多少步、多少秒。各列的最佳值已标出。</translation>
    </message>
    <message>
        <source>%1: %2 epochs, %3 steps, %4 seconds, the fastest.</source>
        <translation>%1：%2 轮，%3 步，%4 秒，最快。</translation>
    </message>
    <message>
        <source>%1: %2 epochs, %3 steps, %4 seconds.</source>
        <translation>%1：%2 轮，%3 步，%4 秒。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>%1 % in training</source>
        <translation>训练 %1 %</translation>
    </message>
    <message>
        <source>training loss %1</source>
        <translation>训练损失 %1</translation>
    </message>
    <message>
        <source>stopped: %1 at best</source>
        <translation>已停止，最好 %1</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>RangeTestSession</name>
    <message>
        <source>learning rate of %1</source>
        <translation>%1 的学习率</translation>
    </message>
</context>
<context>
    <name>RangeTestSettings</name>
    <message>
        <source>%1 × best loss</source>
        <translation>最低损失的 %1 倍</translation>
    </message>
    <message>
        <source>the last rate</source>
        <translation>最后一个学习率</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>A run ends where its smoothed loss has grown to so many times the best that it had: what follows says nothing about good rates.</source>
        <translation>平滑损失升到该运行最低值的这么多倍时停止：再往后对选择学习率已没有意义。</translation>
    </message>
    <message>
        <source>Range test</source>
        <translation>学习率范围测试</translation>
    </message>
    <message>
        <source>one growing rate per run</source>
        <translation>学习率逐步增大</translation>
    </message>
    <message>
        <source>rates of the range test</source>
        <translation>范围测试的学习率</translation>
    </message>
    <message>
        <source>end of the range test</source>
        <translation>范围测试的停止条件</translation>
    </message>
    <message>
        <source>Cancel, keep results</source>
        <translation>取消，保留结果</translation>
    </message>
    <message>
        <source>Run range test</source>
        <translation>运行范围测试</translation>
    </message>
</context>
<context>
    <name>RangeTestTable</name>
    <message>
        <source>steepest</source>
        <translation>最陡处</translation>
    </message>
    <message>
        <source>minimum / 10</source>
        <translation>最低点 / 10</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>谷中</translation>
    </message>
    <message>
        <source>suggested rate</source>
        <translation>建议的学习率</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>There is no run %1 any more.</source>
        <translation>运行 %1 已不存在。</translation>
    </message>
    <message>
        <source>%1 trains with learning rate %2.</source>
        <translation>%1 正以学习率 %2 训练。</translation>
    </message>
    <message>
        <source>Let %1 train with learning rate %2, as its own. Changes at once.</source>
        <translation>让 %1 单独以学习率 %2 训练，立即生效。</translation>
    </message>
    <message>
        <source>%1 has none: its loss never falls, or the test ended too early.</source>
        <translation>%1 没有建议值：损失从未下降，或测试结束得太早。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>RangeTestTile</name>
    <message>
        <source>Range test</source>
        <translation>学习率范围测试</translation>
    </message>
    <message>
        <source>No range test yet.</source>
        <translation>还没有做过范围测试。</translation>
    </message>
    <message>
        <source>It trains each run on a few batches at a rate that grows, and suggests rates to start with.</source>
        <translation>每个运行用逐步增大的学习率训练若干批次，由此建议合适的起始学习率。</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Click a rate to let its run train with it.</source>
        <translation>点击一个学习率，对应的运行就用它训练。</translation>
    </message>
    <message>
        <source>smoothed loss · the curves are of earlier settings</source>
        <translation>平滑损失 · 曲线来自先前的设置</translation>
    </message>
    <message>
        <source>smoothed loss while the rate grows</source>
        <translation>学习率增大时的平滑损失</translation>
    </message>
    <message>
        <source>%1 diverged at rate %2</source>
        <translation>%1 在学习率 %2 处发散</translation>
    </message>
    <message>
        <source>The curves are of earlier settings.</source>
        <translation>曲线来自先前的设置。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>no rate suggested</source>
        <translation>没有建议的学习率</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Its loss had grown at rate %1.</source>
        <translation>在学习率 %1 处损失已明显上升。</translation>
    </message>
    <message>
        <source>It diverged at rate %1.</source>
        <translation>在学习率 %1 处发散。</translation>
    </message>
</context>
<context>
    <name>RateCurvesTile</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>No run of the sweep has ended yet.</source>
        <translation>扫描中还没有运行结束。</translation>
    </message>
    <message>
        <source>Lines appear as runs end, and become finer.</source>
        <translation>随着运行结束，曲线会出现并逐渐变密。</translation>
    </message>
    <message>
        <source>Figure over the learning rate</source>
        <translation>随学习率变化的指标</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Loss against rate</source>
        <translation>损失与学习率</translation>
    </message>
    <message>
        <source>Dead units against rate</source>
        <translation>死亡神经元与学习率</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>其余 %1 个</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其余全部</translation>
    </message>
    <message>
        <source>one seed · ring: the last rate that stayed finite</source>
        <translation>一个种子 · 圆环：最后一个仍有限的学习率</translation>
    </message>
    <message>
        <source>one seed</source>
        <translation>一个种子</translation>
    </message>
    <message>
        <source>line: median · band: all seeds · ring: the last rate with every seed finite</source>
        <translation>线：中位数 · 色带：所有种子 · 圆环：最后一个所有种子都有限的学习率</translation>
    </message>
    <message>
        <source>%1: diverged at every rate.</source>
        <translation>%1：在所有学习率下都发散。</translation>
    </message>
    <message>
        <source>most dead units, %1, at rate %2</source>
        <translation>死亡神经元最多 %1，学习率 %2</translation>
    </message>
    <message>
        <source>no dead units</source>
        <translation>没有死亡神经元</translation>
    </message>
    <message>
        <source>%1: %2; seeds diverge from rate %3 on.</source>
        <translation>%1：%2；从学习率 %3 起有种子发散。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>band: all seeds · ring: last finite rate</source>
        <translation>色带：所有种子 · 圆环：最后的有限处</translation>
    </message>
    <message>
        <source>lowest training loss %1 at rate %2</source>
        <translation>最低训练损失 %1，学习率 %2</translation>
    </message>
    <message>
        <source>band: seeds · ring: last finite</source>
        <translation>色带：种子 · 圆环：最后有限处</translation>
    </message>
</context>
<context>
    <name>RateRangeRow</name>
    <message>
        <source>Lowest rate</source>
        <translation>最低学习率</translation>
    </message>
    <message>
        <source>Highest rate</source>
        <translation>最高学习率</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The second rate must be the higher one.</source>
        <translation>第二个学习率必须更高。</translation>
    </message>
</context>
<context>
    <name>ReadoutPanel</name>
    <message>
        <source>At x =</source>
        <translation>x =</translation>
    </message>
    <message>
        <source>Read-out</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>x of the cross-hair</source>
        <translation>十字线的 x</translation>
    </message>
    <message>
        <source>Values at the cross-hair</source>
        <translation>十字线处的数值</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Copies the table, for a spreadsheet</source>
        <translation>复制整张表，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>%1 turns back: its minimum is %2 at x&#xa0;=&#xa0;%3.</source>
        <translation>%1 会回升：最小值 %2，位于 x&#xa0;=&#xa0;%3。</translation>
    </message>
    <message>
        <source>%1 is the only one here that turns back: its minimum is %2 at x&#xa0;=&#xa0;%3.</source>
        <translation>这里只有 %1 会回升：最小值 %2，位于 x&#xa0;=&#xa0;%3。</translation>
    </message>
</context>
<context>
    <name>ReadoutTable</name>
    <message>
        <source>%1: f %2, f&apos; %3.</source>
        <translation>%1：f %2，f&apos; %3。</translation>
    </message>
    <message>
        <source>%1: f %2, f&apos; %3, no gradient.</source>
        <translation>%1：f %2，f&apos; %3，没有梯度。</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>没有梯度</translation>
    </message>
</context>
<context>
    <name>RowChoices</name>
    <message>
        <source>1 layer of %1</source>
        <translation>1 层，每层 %1</translation>
    </message>
    <message>
        <source>%1 layers of %2</source>
        <translation>%1 层，每层 %2</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>rows of the sweep</source>
        <translation>扫描的行</translation>
    </message>
</context>
<context>
    <name>RunChip</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>%1: hidden</source>
        <translation>%1：已隐藏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
</context>
<context>
    <name>RunChipRow</name>
    <message>
        <source>Runs</source>
        <translation>对比运行</translation>
    </message>
</context>
<context>
    <name>RunForm</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>Starts afresh, from epoch 0.</source>
        <translation>从第 0 轮重新开始。</translation>
    </message>
    <message>
        <source>Own learning rate</source>
        <translation>单独设置学习率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Own initialization</source>
        <translation>单独设置初始化</translation>
    </message>
    <message>
        <source>initialization</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Own optimizer</source>
        <translation>单独设置优化器</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>An activation for each layer</source>
        <translation>各层分别选激活函数</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Another one starts afresh; momentum and decay change at once.</source>
        <translation>换优化器会重新开始；动量和权重衰减立即生效。</translation>
    </message>
    <message>
        <source>Nesterov&apos;s momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
</context>
<context>
    <name>RunName</name>
    <message>
        <source>Name of the run</source>
        <translation>运行的名称</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Change run %1</source>
        <translation>更改第 %1 个运行</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>A run needs a name.</source>
        <translation>运行必须有名称。</translation>
    </message>
    <message>
        <source>Another run is called that.</source>
        <translation>已有另一个运行使用这个名称。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>单独设置</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>duplicate run</source>
        <translation>复制运行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>remove run</source>
        <translation>移除运行</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>与其他运行相同</translation>
    </message>
</context>
<context>
    <name>RunsEditor</name>
    <message>
        <source>Add a run</source>
        <translation>添加运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>对比运行</translation>
    </message>
    <message>
        <source>same data, order and draws</source>
        <translation>同数据、同顺序、同随机数</translation>
    </message>
    <message>
        <source>add run</source>
        <translation>添加运行</translation>
    </message>
    <message>
        <source>Of the first run, in place of all runs.</source>
        <translation>以第一个运行为准，替换现有的全部运行。</translation>
    </message>
    <message>
        <source>The same with every ReLU variant</source>
        <translation>其余不变，比较各种 ReLU 变体</translation>
    </message>
    <message>
        <source>The same at five learning rates</source>
        <translation>其余不变，比较五种学习率</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Warm-up, cosine</source>
        <translation>预热加余弦</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>What becomes of the learning rate with time.</source>
        <translation>学习率随训练如何变化。</translation>
    </message>
    <message>
        <source>Epochs a step</source>
        <translation>每级轮数</translation>
    </message>
    <message>
        <source>Factor of a step</source>
        <translation>每级倍率</translation>
    </message>
    <message>
        <source>Epochs of warm-up</source>
        <translation>预热轮数</translation>
    </message>
    <message>
        <source>Rate at the end</source>
        <translation>最终学习率</translation>
    </message>
</context>
<context>
    <name>SetupDrawer</name>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SharpnessView</name>
    <message>
        <source>2 / rate</source>
        <translation>2 / 学习率</translation>
    </message>
    <message>
        <source>(2 + 2β) / ((1 + 2β) rate)</source>
        <translation>(2 + 2β) / ((1 + 2β) 学习率)</translation>
    </message>
    <message>
        <source>(2 + 2β) / rate</source>
        <translation>(2 + 2β) / 学习率</translation>
    </message>
    <message>
        <source>%1 − decay</source>
        <translation>%1 − 权重衰减</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>锐度</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Too large to find the sharpness while it trains.</source>
        <translation>网络太大，无法在训练时计算锐度。</translation>
    </message>
    <message>
        <source>Parameters × examples may be %1 at most, hidden units × examples %2, and parameters %3.</source>
        <translation>参数个数 × 样本数不能超过 %1，隐藏神经元数 × 样本数不能超过 %2，参数个数不能超过 %3。</translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 发散</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No limit for %1: it scales each step by earlier gradients.</source>
        <translation>%1 没有这样的界限：它按以前的梯度缩放每一步。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Too large to measure: %1.</source>
        <translation>太大，无法测量：%1。</translation>
    </message>
    <message>
        <source>%1: sharpness %2 at epoch %3.</source>
        <translation>%1：第 %3 轮的锐度为 %2。</translation>
    </message>
    <message>
        <source>%1 = %2.</source>
        <translation>%1 = %2。</translation>
    </message>
    <message>
        <source>%1 holds for full batches; this experiment takes %2 of %3.</source>
        <translation>%1 只对全批量训练成立；这个实验每批取 %3 个样本中的 %2 个。</translation>
    </message>
</context>
<context>
    <name>SlowMotion</name>
    <message>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>1 Forward</source>
        <translation>1 前向</translation>
    </message>
    <message>
        <source>2 Backward</source>
        <translation>2 反向</translation>
    </message>
    <message>
        <source>3 Update</source>
        <translation>3 更新</translation>
    </message>
    <message>
        <source>Phase of the step</source>
        <translation>这一步的阶段</translation>
    </message>
    <message>
        <source>Leave slow motion</source>
        <translation>退出慢动作</translation>
    </message>
    <message>
        <source>Leave slow motion (Esc)</source>
        <translation>退出慢动作（Esc）</translation>
    </message>
    <message>
        <source>Example of the batch</source>
        <translation>批次中的样本</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>lines: weights w, blue below 0, orange above</source>
        <translation>连线：权重 w，蓝色为负，橙色为正</translation>
    </message>
    <message>
        <source>lines: ∂L/∂w of the whole batch; hatched: f&apos;(z) = 0, no gradient</source>
        <translation>连线：整个批次的 ∂L/∂w；斜线：f&apos;(z) = 0，没有梯度</translation>
    </message>
    <message>
        <source>lines: by how much weights change</source>
        <translation>连线：权重的变化量</translation>
    </message>
    <message>
        <source>There is no next step: the run has diverged.</source>
        <translation>没有下一步：该运行已发散。</translation>
    </message>
    <message>
        <source>epoch %1, batch %2 of %3</source>
        <translation>第 %1 轮，第 %2 / %3 批</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>, value %1</source>
        <translation>，数值 %1</translation>
    </message>
    <message>
        <source>, class %1</source>
        <translation>，类别 %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Step (.) goes on; the mouse or arrow keys choose a unit, with Shift a weight</source>
        <translation>单步（.）继续；用鼠标或方向键选择神经元，按住 Shift 选择权重</translation>
    </message>
    <message>
        <source>Shown run</source>
        <translation>显示的网络</translation>
    </message>
</context>
<context>
    <name>SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>%1 epochs/s</source>
        <translation>%1 轮/秒</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Loading the data…</source>
        <translation>正在载入数据…</translation>
    </message>
    <message>
        <source>No data. Choose another data set.</source>
        <translation>没有数据。请换一个数据集。</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Training 1 run</source>
        <translation>正在训练 1 个网络</translation>
    </message>
    <message>
        <source>Training %1 runs</source>
        <translation>正在训练 %1 个网络</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 样本/秒</translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation>第 %1 批，共 %2 批</translation>
    </message>
    <message>
        <source>Finished 1 run</source>
        <translation>1 个网络已训练完</translation>
    </message>
    <message>
        <source>Finished %1 runs</source>
        <translation>%1 个网络已训练完</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>1 function</source>
        <translation>1 个函数</translation>
    </message>
    <message>
        <source>%1 functions</source>
        <translation>%1 个函数</translation>
    </message>
    <message>
        <source>drag the cross-hair or use ← →; hold Shift for fine steps</source>
        <translation>拖动十字线，或按 ← →；按住 Shift 微调</translation>
    </message>
    <message>
        <source>float32 kernels, the same that training uses</source>
        <translation>float32 内核，与训练所用相同</translation>
    </message>
    <message>
        <source>Showing epoch %1 of the past</source>
        <translation>正在回看第 %1 轮</translation>
    </message>
    <message>
        <source>trained up to epoch %1</source>
        <translation>已训练到第 %1 轮</translation>
    </message>
    <message>
        <source>Range test · %1 of %2 runs</source>
        <translation>学习率范围测试 · 已完成 %1 个，共 %2 个网络</translation>
    </message>
</context>
<context>
    <name>StepDiagram</name>
    <message>
        <source>The step as a network</source>
        <translation>网络中的这一步</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>第 %1 层 · %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>b → new b</source>
        <translation>b → 新的 b</translation>
    </message>
</context>
<context>
    <name>StepFormulas</name>
    <message>
        <source>L = mean of (z − t)² over the outputs: %1</source>
        <translation>L =（z − t）² 对各输出的平均：%1</translation>
    </message>
    <message>
        <source>L = −ln(softmax probability of class %1) = %2</source>
        <translation>L = −ln(类别 %1 的 softmax 概率) = %2</translation>
    </message>
    <message>
        <source>f&apos;(z) = 0: no gradient passes</source>
        <translation>f&apos;(z) = 0：梯度传不过去</translation>
    </message>
    <message>
        <source>∂L/∂z, of the mean over %1 examples: %2</source>
        <translation>∂L/∂z（对 %1 个样本取平均）：%2</translation>
    </message>
    <message>
        <source>∂L/∂z = (p − t) / %1 = %2; p by softmax, t is 1 for the right class, else 0</source>
        <translation>∂L/∂z = (p − t) / %1 = %2；p 为 softmax 概率，正确类别 t 为 1，其余为 0</translation>
    </message>
    <message>
        <source>∂L/∂w = Σ ∂L/∂z · a = %1 (this example) + … = %2 over the %3 of the batch</source>
        <translation>∂L/∂w = Σ ∂L/∂z · a = %1（此样本）+ … = %2（批次共 %3 个样本）</translation>
    </message>
    <message>
        <source>%1 ← %1 − Δ = %2 − %3 = %4; %5 makes Δ of ∂L/∂%1 = %6 and of those before</source>
        <translation>%1 ← %1 − Δ = %2 − %3 = %4；%5 由 ∂L/∂%1 = %6 及之前的梯度得出 Δ</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>Unit %1 of layer %2</source>
        <translation>第 %2 层神经元 %1</translation>
    </message>
    <message>
        <source>%1, weight of input %2</source>
        <translation>%1，输入 %2 的权重</translation>
    </message>
    <message>
        <source>%1, weight of unit %2 of layer %3</source>
        <translation>%1，来自第 %3 层神经元 %2 的权重</translation>
    </message>
</context>
<context>
    <name>StopEditor</name>
    <message>
        <source>Stop a run</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Rules take effect at once, at the end of an epoch. A run that was stopped stays so when the others have trained on, up to the next rewind.</source>
        <translation>规则立即生效，在每轮结束时检查。一个运行停止后，其他运行继续训练时它保持停止，直到倒回。</translation>
    </message>
    <message>
        <source>at accuracy, %</source>
        <translation>准确率达到，%</translation>
    </message>
    <message>
        <source>As soon as its training accuracy is as high</source>
        <translation>训练准确率一达到该值就停止</translation>
    </message>
    <message>
        <source>at loss</source>
        <translation>损失降到</translation>
    </message>
    <message>
        <source>As soon as its training loss is as low</source>
        <translation>训练损失一降到该值就停止</translation>
    </message>
    <message>
        <source>When its training loss has had no new lowest value for so many epochs</source>
        <translation>训练损失连续这么多轮没有创新低时停止</translation>
    </message>
    <message>
        <source>Stop a run %1</source>
        <translation>提前停止：%1</translation>
    </message>
    <message>
        <source>no progress, epochs</source>
        <translation>没有进步，轮数</translation>
    </message>
</context>
<context>
    <name>SweepActions</name>
    <message>
        <source>Saved “%1”.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder.</source>
        <translation>无法写入“%1”。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Export results…</source>
        <translation>导出结果…</translation>
    </message>
</context>
<context>
    <name>SweepMap</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1: nothing yet.</source>
        <translation>%1：尚无结果。</translation>
    </message>
    <message>
        <source>%1: none.</source>
        <translation>%1：没有。</translation>
    </message>
    <message>
        <source>%1: %2 at rate %3.</source>
        <translation>%1：学习率 %3 时有 %2 个。</translation>
    </message>
    <message>
        <source>%1: at most %2, at rate %3.</source>
        <translation>%1：最多 %2，在学习率 %3 处。</translation>
    </message>
    <message>
        <source>%1: best %2, at rate %3.</source>
        <translation>%1：最佳 %2，在学习率 %3 处。</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>SweepMapTile</name>
    <message>
        <source>Final loss</source>
        <translation>最终损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Dead fraction</source>
        <translation>死亡比例</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>seeds whose loss left the finite range</source>
        <translation>损失超出有限范围的种子数</translation>
    </message>
    <message>
        <source>one seed</source>
        <translation>一个种子</translation>
    </message>
    <message>
        <source>median of %1 seeds</source>
        <translation>%1 个种子的中位数</translation>
    </message>
    <message>
        <source>%1; grey: none at all</source>
        <translation>%1；灰色：一个也没有</translation>
    </message>
    <message>
        <source>%1, log</source>
        <translation>%1，对数刻度</translation>
    </message>
    <message>
        <source>open in Training</source>
        <translation>在训练页打开</translation>
    </message>
</context>
<context>
    <name>SweepProgress</name>
    <message>
        <source>Cancel, keep results</source>
        <translation>取消，保留结果</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>从头再来</translation>
    </message>
    <message>
        <source>Drops the results of this sweep, and runs it once more.</source>
        <translation>丢弃这次扫描的结果，重新运行一遍。</translation>
    </message>
    <message>
        <source>Nothing is ticked: there is nothing to sweep.</source>
        <translation>什么也没有勾选，没有可扫描的内容。</translation>
    </message>
    <message>
        <source>The experiment has changed; this sweep goes on with what it began with.</source>
        <translation>实验已改动；这次扫描仍按开始时的设置进行。</translation>
    </message>
    <message>
        <source>The experiment has changed since. Run sweeps it as it is now.</source>
        <translation>实验此后有改动。点“运行”按现在的设置扫描。</translation>
    </message>
    <message>
        <source>Click a cell to open its run in Training.</source>
        <translation>点击格子，可在训练页打开对应的运行。</translation>
    </message>
    <message>
        <source>Coarse to fine: the whole range first, then the rates between.</source>
        <translation>由粗到细：先覆盖整个范围，再补中间的学习率。</translation>
    </message>
</context>
<context>
    <name>SweepSetup</name>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Of run</source>
        <translation>所属运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Each draws other weights and another order of batches.</source>
        <translation>每个种子抽取不同的权重和批次顺序。</translation>
    </message>
    <message>
        <source>The layers of this run have activations of their own; choose another run.</source>
        <translation>这个运行的各层有各自的激活函数；请选择其他运行。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Initializations</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Depths</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>rates × runs × seeds</source>
        <translation>学习率 × 运行 × 种子</translation>
    </message>
    <message>
        <source>rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>number of rates</source>
        <translation>学习率个数</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>what is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>run that is varied</source>
        <translation>要变化的运行</translation>
    </message>
</context>
<context>
    <name>SweepWords</name>
    <message>
        <source>%1 of %2 runs</source>
        <translation>已完成 %1 次，共 %2 次运行</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>约剩 %1 小时</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>Nothing to sweep. Tick what to compare.</source>
        <translation>没有可扫描的内容。请勾选要比较的项目。</translation>
    </message>
    <message>
        <source>Sweeping</source>
        <translation>正在扫描</translation>
    </message>
    <message>
        <source>Sweep finished</source>
        <translation>扫描已完成</translation>
    </message>
    <message>
        <source>Sweep paused</source>
        <translation>扫描已暂停</translation>
    </message>
    <message>
        <source>Ready to sweep</source>
        <translation>可以开始扫描</translation>
    </message>
    <message>
        <source>Sweep stopped; Run goes on</source>
        <translation>扫描已停止；点“运行”继续</translation>
    </message>
    <message>
        <source>every finished run is kept</source>
        <translation>每次完成的运行都会保存</translation>
    </message>
    <message>
        <source>runs on all cores</source>
        <translation>在所有核心上运行</translation>
    </message>
    <message>
        <source>%1 of %2 cores busy</source>
        <translation>%2 个核心中 %1 个在忙</translation>
    </message>
    <message>
        <source>%1 at rate %2</source>
        <translation>%1，学习率 %2</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>test accuracy %1</source>
        <translation>测试准确率 %1</translation>
    </message>
    <message>
        <source>test loss %1</source>
        <translation>测试损失 %1</translation>
    </message>
    <message>
        <source>dead %1</source>
        <translation>死亡 %1</translation>
    </message>
    <message>
        <source>%1 of %2 seeds diverged</source>
        <translation>%2 个种子中 %1 个发散</translation>
    </message>
    <message>
        <source>%1 of %2 seeds so far</source>
        <translation>目前 %2 个种子中的 %1 个</translation>
    </message>
</context>
<context>
    <name>TauControl</name>
    <message>
        <source>tau</source>
        <translation>τ</translation>
    </message>
    <message>
        <source>Where |f&apos;| is below τ times its peak, there is almost no gradient</source>
        <translation>|f&apos;| 小于峰值的 τ 倍之处，几乎没有梯度</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Maximize</source>
        <translation>最大化</translation>
    </message>
</context>
<context>
    <name>TileBoard</name>
    <message>
        <source>Move back</source>
        <translation>往前移</translation>
    </message>
    <message>
        <source>Move on</source>
        <translation>往后移</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>TileValues</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Continue from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Trains a new run from this epoch on, with the present settings or another learning rate, beside those that there are.</source>
        <translation>从这一轮起训练一个新的运行，使用现在的设置或另一个学习率，与已有的运行并列。</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Drag the handle, or use ← → and Home, to see an earlier epoch; End returns to the present.</source>
        <translation>拖动滑块，或按 ← → 和 Home 键回看较早的轮次；按 End 键回到当前。</translation>
    </message>
    <message>
        <source>Time line: epoch %1 of %2</source>
        <translation>时间线：第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>epoch
of %1</source>
        <translation>轮
共 %1</translation>
    </message>
    <message>
        <source>died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>revived</source>
        <translation>复活</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>all %1 alive</source>
        <translation>%1 个全部存活</translation>
    </message>
    <message>
        <source>%1 of %2 silent</source>
        <translation>%2 个中 %1 个沉默</translation>
    </message>
</context>
<context>
    <name>TrainingSession</name>
    <message>
        <source>rewind</source>
        <translation>倒回</translation>
    </message>
    <message>
        <source>continue from epoch %1</source>
        <translation>从第 %1 轮继续</translation>
    </message>
</context>
<context>
    <name>UnitChooser</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Previous unit</source>
        <translation>上一个神经元</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>下一个神经元</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>UnitCurves</name>
    <message>
        <source>x = %1</source>
        <translation>x = %1</translation>
    </message>
    <message>
        <source>%1 has no such unit.</source>
        <translation>%1 没有这个神经元。</translation>
    </message>
    <message>
        <source>%1: from %2 to %3.</source>
        <translation>%1：从 %2 到 %3。</translation>
    </message>
    <message>
        <source>Unit %1, layer %2</source>
        <translation>第 %2 层第 %1 个神经元</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units of %1</source>
        <translation>%1 的神经元</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>no hidden units</source>
        <translation>没有隐藏神经元</translation>
    </message>
    <message>
        <source>%1: diverged.</source>
        <translation>%1：发散。</translation>
    </message>
    <message>
        <source>Unit %1, layer %2</source>
        <translation>第 %2 层第 %1 个神经元</translation>
    </message>
    <message>
        <source>The run has diverged.</source>
        <translation>这次训练已经发散。</translation>
    </message>
    <message>
        <source>A unit with %1 is never silent.</source>
        <translation>使用 %1 的神经元不会沉默。</translation>
    </message>
    <message>
        <source>It is silent already.</source>
        <translation>它已经沉默了。</translation>
    </message>
    <message>
        <source>It is alive.</source>
        <translation>它还活着。</translation>
    </message>
    <message>
        <source>The run has been stopped.</source>
        <translation>该运行已停止。</translation>
    </message>
</context>
<context>
    <name>UnitMaps</name>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Unit %1, layer %2</source>
        <translation>第 %2 层第 %1 个神经元</translation>
    </message>
    <message>
        <source>no such unit</source>
        <translation>没有这个神经元</translation>
    </message>
    <message>
        <source>%1 has no such unit.</source>
        <translation>%1 没有这个神经元。</translation>
    </message>
    <message>
        <source>%1 everywhere</source>
        <translation>处处为 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: weights from %2.</source>
        <translation>%1：权重 %2。</translation>
    </message>
    <message>
        <source>%1: activation %2.</source>
        <translation>%1：激活值 %2。</translation>
    </message>
</context>
<context>
    <name>UnitPopup</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>the run has diverged</source>
        <translation>这次训练已经发散</translation>
    </message>
    <message>
        <source>click pins</source>
        <translation>点击固定</translation>
    </message>
    <message>
        <source>gradient on</source>
        <translation>有梯度的样本</translation>
    </message>
    <message>
        <source>mean activation</source>
        <translation>平均激活值</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>norm of its weights</source>
        <translation>权重的范数</translation>
    </message>
    <message>
        <source>Revive</source>
        <translation>复活</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>杀死</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2 examples</source>
        <translation>%2 个样本的 %1</translation>
    </message>
    <message>
        <source>No weights, and a bias where its function is flat (K)</source>
        <translation>权重清零，偏置移到函数平坦处（K）</translation>
    </message>
    <message>
        <source>Its initial weights, and a bias that lets it learn (R)</source>
        <translation>恢复初始权重，并取能让它学习的偏置（R）</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>alive</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>沉默</translation>
    </message>
    <message>
        <source>permanently dead</source>
        <translation>永久死亡</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>3 silent</comment>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>%1 dead</source>
        <translation>%1 个死亡</translation>
    </message>
    <message>
        <source>all alive</source>
        <translation>全部存活</translation>
    </message>
    <message>
        <source>%1: all %2 alive.</source>
        <translation>%1：%2 个全部存活。</translation>
    </message>
    <message>
        <source>%1: %2 of %3.</source>
        <translation>%1：共 %3 个，其中%2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>UnitsTile</name>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>These networks have no hidden units.</source>
        <translation>这些网络没有隐藏神经元。</translation>
    </message>
    <message>
        <source>Add a layer in the setup.</source>
        <translation>请在设置里添加一层。</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>倒回</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>&amp;About Reluscope</source>
        <translation>关于 Reluscope(&amp;A)</translation>
    </message>
    <message>
        <source>Train one batch (%1)</source>
        <translation>训练一批(%1)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch (%1)</source>
        <translation>训练到本轮结束(%1)</translation>
    </message>
    <message>
        <source>Back to epoch 0 and the same weights (%1)</source>
        <translation>回到第 0 轮和同样的权重(%1)</translation>
    </message>
    <message>
        <source>Start afresh from other weights (%1)</source>
        <translation>换一组初始权重重新开始(%1)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停(空格)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Slow motion</source>
        <translation>慢动作(&amp;S)</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>两个高斯</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 文件</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 正态</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 均匀</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>PyTorch default</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>T 恤</translation>
    </message>
    <message>
        <source>trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>Start-up experiment</source>
        <translation>入门实验</translation>
    </message>
    <message>
        <source>Seed network</source>
        <translation>种子网络</translation>
    </message>
    <message>
        <source>Seed network, four activations</source>
        <translation>种子网络，四种激活函数</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation>未命名实验</translation>
    </message>
    <message>
        <source>negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>Chebyshev</source>
        <translation>切比雪夫</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>数据点</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 正态</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>initial slope</source>
        <translation>初始斜率</translation>
    </message>
    <message>
        <source>form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Edge of stability</source>
        <translation>稳定边缘</translation>
    </message>
</context>
<context>
    <name>reluscope::ui::HeatMap</name>
    <message>
        <source>Next cell</source>
        <translation>下一个格子</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>上一个格子</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>reluscope::ui::UnitGrid</name>
    <message>
        <source>Next unit</source>
        <translation>下一个神经元</translation>
    </message>
    <message>
        <source>Previous unit</source>
        <translation>上一个神经元</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>杀死</translation>
    </message>
    <message>
        <source>Revive</source>
        <translation>复活</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1（自第 %2 轮）</translation>
    </message>
</context>
</TS>
