[#list 1..70 as i]# [=""?left_pad(1000000, "x")]
[/#list]Thing: {type: string}
